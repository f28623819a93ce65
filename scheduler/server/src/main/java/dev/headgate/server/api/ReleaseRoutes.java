package dev.headgate.server.api;

import dev.headgate.engine.Engine;
import dev.headgate.model.product.ProductName;
import dev.headgate.server.http.Actors;
import dev.headgate.server.http.Routes;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import jakarta.inject.Inject;
import java.util.Optional;

/** Releases: what they are and what may be done with one. */
final class ReleaseRoutes implements Routes {
  private static final String ONE = "/api/v1/releases/{release}";

  private final Engine engine;
  private final ReleaseReader reader;

  @Inject
  ReleaseRoutes(Engine engine, ReleaseReader reader) {
    this.engine = engine;
    this.reader = reader;
  }

  @Override
  public void register(RoutesConfig routes) {
    routes.get("/api/v1/releases", this::list);
    routes.get(ONE, context -> context.json(reader.details(Arguments.release(context))));
    routes.post(ONE + "/close", this::close);
    routes.post(ONE + "/cancel", this::cancel);
    routes.post(ONE + "/retry", this::retry);
    routes.post(ONE + "/approve", this::approve);
    routes.post(ONE + "/reject", this::reject);
    routes.post(ONE + "/promote", this::promote);
  }

  private void list(Context context) {
    Optional<ProductName> product =
        Optional.ofNullable(context.queryParam("product")).map(ProductName::parse);
    context.json(reader.list(product, Arguments.limit(context)));
  }

  private void close(Context context) {
    context.json(ReleaseView.of(engine.close(Arguments.release(context), Actors.of(context))));
  }

  private void cancel(Context context) {
    Reason body = context.bodyAsClass(Reason.class);
    context.json(
        ReleaseView.of(
            engine.cancel(Arguments.release(context), body.given(), Actors.of(context))));
  }

  private void retry(Context context) {
    context.json(RequestedView.of(engine.retry(Arguments.release(context), Actors.of(context))));
  }

  private void approve(Context context) {
    Approve body = context.bodyAsClass(Approve.class);
    context.json(
        ReleaseView.of(
            engine.approve(
                Arguments.release(context),
                Optional.ofNullable(body.digest()),
                Actors.of(context))));
  }

  private void reject(Context context) {
    Reason body = context.bodyAsClass(Reason.class);
    context.json(
        ReleaseView.of(
            engine.reject(Arguments.release(context), body.given(), Actors.of(context))));
  }

  private void promote(Context context) {
    context.json(ReleaseView.of(engine.promote(Arguments.release(context), Actors.of(context))));
  }

  /** Why something is done. */
  record Reason(String reason) {
    String given() {
      return Arguments.required("reason", reason);
    }
  }

  /** The digest that the approver saw; null: whatever it is now. */
  record Approve(String digest) {}
}
