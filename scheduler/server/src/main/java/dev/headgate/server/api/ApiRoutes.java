package dev.headgate.server.api;

import dev.headgate.model.ErrorCode;
import dev.headgate.model.HeadgateException;
import dev.headgate.server.engine.EngineService;
import dev.headgate.server.http.Actors;
import dev.headgate.server.http.Routes;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** What holds for the whole API, and its description. */
final class ApiRoutes implements Routes {
  private static final String DESCRIPTION = "openapi.json";

  private final EngineService engine;

  @Inject
  ApiRoutes(EngineService engine) {
    this.engine = engine;
  }

  @Override
  public void register(RoutesConfig routes) {
    routes.before("/api/v1/*", this::admit);
    routes.get("/api/openapi.json", this::describe);
  }

  /** Whatever changes something needs an actor; nothing is done before the engine runs. */
  private void admit(Context context) {
    if (!engine.isRunning()) {
      throw new HeadgateException(
          ErrorCode.EXTERNAL, "the server is starting or stopping; try again in a moment");
    }
    if (!HandlerType.GET.equals(context.method()) && !HandlerType.HEAD.equals(context.method())) {
      Actors.of(context);
    }
  }

  private void describe(Context context) throws IOException {
    try (InputStream stream =
        Objects.requireNonNull(
            ApiRoutes.class.getResourceAsStream(DESCRIPTION), "the API's description")) {
      context
          .contentType("application/json")
          .result(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
