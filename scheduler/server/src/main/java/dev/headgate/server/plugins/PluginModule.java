package dev.headgate.server.plugins;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.multibindings.Multibinder;
import dev.headgate.server.config.PluginSettings;
import dev.headgate.server.home.Home;
import dev.headgate.server.home.Installation;
import dev.headgate.server.lifecycle.Service;
import jakarta.inject.Singleton;

/** All plugins, each in its own class loader. */
public final class PluginModule extends AbstractModule {
  @Override
  protected void configure() {
    Multibinder.newSetBinder(binder(), Service.class).addBinding().to(PluginService.class);
  }

  @Provides
  @Singleton
  LoadedPlugins plugins(Home home, Installation installation, PluginSettings settings) {
    return new PluginLoader(installation.folder(), home.plugins())
        .load(settings.folders(installation.plugins()), settings.prefixed());
  }
}
