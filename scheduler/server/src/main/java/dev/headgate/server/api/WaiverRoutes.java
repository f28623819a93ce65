package dev.headgate.server.api;

import dev.headgate.engine.Engine;
import dev.headgate.model.release.Release;
import dev.headgate.server.http.Actors;
import dev.headgate.server.http.Routes;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/** Exceptions to checks and policies. */
final class WaiverRoutes implements Routes {
  private static final String ALL = "/api/v1/waivers";

  private final Engine engine;

  @Inject
  WaiverRoutes(Engine engine) {
    this.engine = engine;
  }

  @Override
  public void register(RoutesConfig routes) {
    routes.get(ALL, this::list);
    routes.post(ALL, this::waive);
    routes.delete(ALL + "/{waiver}", this::revoke);
  }

  private void list(Context context) {
    boolean ended = Arguments.flag(context, "ended");
    Engine.WaiverReport report = engine.waivers(Optional.ofNullable(context.queryParam("scope")));
    context.json(
        new WaiverView.Listed(
            report.waivers().stream()
                .filter(waiver -> ended || waiver.isInForce(report.at()))
                .map(waiver -> WaiverView.of(waiver, report.at()))
                .toList(),
            report.domains()));
  }

  private void waive(Context context) {
    Waive body = context.bodyAsClass(Waive.class);
    context.json(
        done(
            engine.waive(
                Arguments.required("rule", body.rule()),
                Arguments.required("scope", body.scope()),
                Arguments.required("reason", body.reason()),
                Until.parse(Arguments.required("until", body.until()), Instant.now()),
                Actors.of(context))));
  }

  private void revoke(Context context) {
    long id = Arguments.number("waiver", context.pathParam("waiver"));
    context.json(done(engine.revokeWaiver(id, Actors.of(context))));
  }

  private static WaiverView.Done done(Engine.Waived waived) {
    return new WaiverView.Done(
        WaiverView.of(waived.waiver(), Instant.now()),
        waived.judgedAgain().stream().map(Release::id).toList());
  }

  /**
   * An exception.
   *
   * @param until an instant, a date, or a length of time from now
   */
  record Waive(String rule, String scope, String reason, String until) {}
}
