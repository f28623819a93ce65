package dev.headgate.server.plugins;

import dev.headgate.server.lifecycle.Service;
import jakarta.inject.Inject;

/** The plugins: loaded when the server is put together, closed when it stops. */
final class PluginService implements Service {
  private final LoadedPlugins plugins;

  @Inject
  PluginService(LoadedPlugins plugins) {
    this.plugins = plugins;
  }

  @Override
  public String name() {
    return "plugins " + plugins.folders().keySet();
  }

  @Override
  public void start() {}

  @Override
  public void stop() {
    plugins.close();
  }
}
