package dev.headgate.server.engine;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.Multibinder;
import dev.headgate.server.lifecycle.Service;
import jakarta.inject.Singleton;

/** Starts and stops the engine, whichever is bound. */
public final class EngineServiceModule extends AbstractModule {
  @Override
  protected void configure() {
    bind(EngineService.class).in(Singleton.class);
    Multibinder.newSetBinder(binder(), Service.class).addBinding().to(EngineService.class);
  }
}
