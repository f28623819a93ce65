package dev.headgate.server.api;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.Multibinder;
import dev.headgate.server.http.Routes;

/** The HTTP API. */
public final class ApiModule extends AbstractModule {
  @Override
  protected void configure() {
    Multibinder<Routes> routes = Multibinder.newSetBinder(binder(), Routes.class);
    routes.addBinding().to(ApiRoutes.class);
    routes.addBinding().to(DefinitionRoutes.class);
    routes.addBinding().to(CheckRoutes.class);
    routes.addBinding().to(ContractRoutes.class);
    routes.addBinding().to(ProductRoutes.class);
    routes.addBinding().to(ReleaseRoutes.class);
    routes.addBinding().to(WaiverRoutes.class);
    routes.addBinding().to(RunRoutes.class);
    routes.addBinding().to(LakeRoutes.class);
    routes.addBinding().to(AuditRoutes.class);
  }
}
