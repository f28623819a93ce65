package dev.headgate.server.http;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.Multibinder;
import dev.headgate.server.lifecycle.Service;

/** The web server. */
public final class HttpModule extends AbstractModule {
  private final Listener listener;

  public HttpModule(Listener listener) {
    this.listener = listener;
  }

  @Override
  protected void configure() {
    bind(Listener.class).toInstance(listener);
    Multibinder.newSetBinder(binder(), Routes.class);
    Multibinder.newSetBinder(binder(), Service.class).addBinding().to(WebServer.class);
  }
}
