package dev.headgate.server.metrics;

import dev.headgate.server.http.Routes;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.inject.Inject;

/** {@code /metrics}, in Prometheus' text format. */
final class MetricsRoutes implements Routes {
  private final PrometheusMeterRegistry registry;
  private final ReleaseMetrics releases;

  @Inject
  MetricsRoutes(PrometheusMeterRegistry registry, ReleaseMetrics releases) {
    this.registry = registry;
    this.releases = releases;
  }

  @Override
  public void register(RoutesConfig routes) {
    routes.get("/metrics", this::scrape);
  }

  private void scrape(Context context) {
    releases.refresh();
    context.contentType("text/plain; version=0.0.4; charset=utf-8").result(registry.scrape());
  }
}
