package dev.headgate.server.health;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.Multibinder;
import dev.headgate.server.http.Routes;

/** {@code /health}. */
public final class HealthModule extends AbstractModule {
  @Override
  protected void configure() {
    Multibinder<HealthCheck> checks = Multibinder.newSetBinder(binder(), HealthCheck.class);
    checks.addBinding().to(DatabaseHealth.class);
    checks.addBinding().to(EngineHealth.class);
    checks.addBinding().to(DiskHealth.class);
    Multibinder.newSetBinder(binder(), Routes.class).addBinding().to(HealthRoutes.class);
  }
}
