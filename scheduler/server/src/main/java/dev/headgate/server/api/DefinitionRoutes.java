package dev.headgate.server.api;

import dev.headgate.engine.Engine;
import dev.headgate.engine.Plan;
import dev.headgate.model.product.Definitions;
import dev.headgate.server.http.Actors;
import dev.headgate.server.http.Routes;
import dev.headgate.server.quartz.Schedules;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import jakarta.inject.Inject;

/** {@code plan} and {@code apply}. */
final class DefinitionRoutes implements Routes {
  private final Engine engine;
  private final Uploads uploads;
  private final Schedules schedules;

  @Inject
  DefinitionRoutes(Engine engine, Uploads uploads, Schedules schedules) {
    this.engine = engine;
    this.uploads = uploads;
    this.schedules = schedules;
  }

  @Override
  public void register(RoutesConfig routes) {
    routes.post("/api/v1/plan", this::plan);
    routes.post("/api/v1/apply", this::apply);
  }

  private void plan(Context context) {
    Definitions next = uploads.read(context.bodyAsClass(Upload.class));
    context.json(PlanView.of(engine.plan(next)));
  }

  private void apply(Context context) {
    Upload upload = context.bodyAsClass(Upload.class);
    Definitions next = uploads.read(upload);
    Plan plan = engine.plan(next);
    long expected = upload.expectedRevision() == null ? plan.revision() : upload.expectedRevision();
    long revision = engine.apply(expected, next, Actors.of(context));
    schedules.synchronise();
    context.json(new AppliedView(revision, PlanView.of(plan)));
  }

  /** What was applied. */
  record AppliedView(long revision, PlanView plan) {}
}
