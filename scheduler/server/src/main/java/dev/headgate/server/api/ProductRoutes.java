package dev.headgate.server.api;

import dev.headgate.engine.Engine;
import dev.headgate.model.product.Job;
import dev.headgate.model.release.Release;
import dev.headgate.server.definitions.DefinitionReader;
import dev.headgate.server.http.Actors;
import dev.headgate.server.http.Routes;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;

/** Data products: where they are and what may be asked for them. */
final class ProductRoutes implements Routes {
  private static final String ONE = "/api/v1/products/{product}";

  private final Engine engine;
  private final ProductReader reader;
  private final DefinitionReader definitions;

  @Inject
  ProductRoutes(Engine engine, ProductReader reader, DefinitionReader definitions) {
    this.engine = engine;
    this.reader = reader;
    this.definitions = definitions;
  }

  @Override
  public void register(RoutesConfig routes) {
    routes.get("/api/v1/status", context -> context.json(reader.status()));
    routes.get("/api/v1/products", context -> context.json(reader.products()));
    routes.get(ONE, context -> context.json(reader.product(Arguments.product(context))));
    routes.get(ONE + "/why", context -> context.json(reader.why(Arguments.product(context))));
    routes.post(ONE + "/build", this::build);
    routes.post(ONE + "/submit", this::submit);
    routes.post(ONE + "/open", this::open);
    routes.post(ONE + "/rollback", this::rollback);
    routes.post(ONE + "/pause", this::pause);
    routes.post(ONE + "/resume", this::resume);
  }

  private void build(Context context) {
    Build body = context.bodyAsClass(Build.class);
    Map<String, String> parameters = body.parameters() == null ? Map.of() : body.parameters();
    context.json(
        RequestedView.of(engine.build(Arguments.product(context), parameters, Actors.of(context))));
  }

  private void submit(Context context) {
    Submit body = context.bodyAsClass(Submit.class);
    Job job =
        definitions.job(
            Arguments.required("type", body.type()),
            body.settings() == null ? Map.of() : body.settings());
    context.json(
        RequestedView.of(engine.submit(Arguments.product(context), job, Actors.of(context))));
  }

  private void open(Context context) {
    Engine.Opened opened = engine.open(Arguments.product(context), Actors.of(context));
    context.json(
        new OpenedView(
            opened.release().id(),
            opened.access().warehouse(),
            opened.access().uri(),
            opened.access().token()));
  }

  private void rollback(Context context) {
    Rollback body = context.bodyAsClass(Rollback.class);
    Release release =
        engine.rollback(
            Arguments.product(context),
            Optional.ofNullable(body.to()),
            Arguments.required("reason", body.reason()),
            Actors.of(context));
    context.json(ReleaseView.of(release));
  }

  private void pause(Context context) {
    String reason =
        Arguments.required("reason", context.bodyAsClass(ReleaseRoutes.Reason.class).reason());
    engine.pause(Arguments.product(context), reason, Actors.of(context));
    context.json(reader.why(Arguments.product(context)));
  }

  private void resume(Context context) {
    engine.resume(Arguments.product(context), Actors.of(context));
    context.json(reader.why(Arguments.product(context)));
  }

  /** Values for the pipeline's parameters. */
  record Build(Map<String, String> parameters) {}

  /**
   * A job of its own.
   *
   * @param settings the keys that such a job has in a pipeline; files among them are URIs
   */
  record Submit(String type, Map<String, Object> settings) {}

  /** The release to restore; null: the promoted one before the current. */
  record Rollback(Long to, String reason) {}

  /** How to write an open release. Scripts rely on these names. */
  record OpenedView(long id, String warehouse, String uri, String token) {}
}
