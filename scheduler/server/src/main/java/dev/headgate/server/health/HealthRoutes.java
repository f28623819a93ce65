package dev.headgate.server.health;

import dev.headgate.server.health.HealthCheck.Health;
import dev.headgate.server.http.Routes;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** {@code /health}: 200 if all checks are well, else 503, with each one's finding. */
final class HealthRoutes implements Routes {
  private static final int UNAVAILABLE = 503;
  private static final int OK = 200;

  private final Set<HealthCheck> checks;

  @Inject
  HealthRoutes(Set<HealthCheck> checks) {
    this.checks = checks;
  }

  @Override
  public void register(RoutesConfig routes) {
    routes.get("/health", this::health);
  }

  private void health(Context context) {
    Map<String, Health> findings = new TreeMap<>();
    checks.forEach(check -> findings.put(check.name(), check.check()));
    boolean ok = findings.values().stream().allMatch(Health::ok);
    context.status(ok ? OK : UNAVAILABLE).json(new HealthView(ok, findings));
  }

  /** All findings, by what was looked at. */
  record HealthView(boolean ok, Map<String, Health> checks) {}
}
