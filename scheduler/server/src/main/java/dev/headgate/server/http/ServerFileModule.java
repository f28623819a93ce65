package dev.headgate.server.http;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.Multibinder;
import dev.headgate.server.lifecycle.Service;

/** {@code server.json}: there from when everything runs until the first thing stops. */
public final class ServerFileModule extends AbstractModule {
  @Override
  protected void configure() {
    Multibinder.newSetBinder(binder(), Service.class).addBinding().to(ServerFile.class);
  }
}
