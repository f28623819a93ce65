package dev.headgate.server;

import com.google.inject.CreationException;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Module;
import com.google.inject.ProvisionException;
import com.google.inject.Stage;
import com.google.inject.spi.Message;
import dev.headgate.server.config.HttpConfig;
import dev.headgate.server.config.ServerConfig;
import dev.headgate.server.config.Settings;
import dev.headgate.server.config.SettingsLoader;
import dev.headgate.server.home.HomeLock;
import dev.headgate.server.http.Listener;
import dev.headgate.server.lifecycle.Lifecycle;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * From options to a running server: settings, the home's lock, the port, the modules, the start.
 */
final class Bootstrap {
  private final ServerOptions options;
  private final Map<String, String> environment;
  private final ModuleList modules;

  Bootstrap(ServerOptions options, Map<String, String> environment, ModuleList modules) {
    this.options = options;
    this.environment = Map.copyOf(environment);
    this.modules = modules;
  }

  HeadgateServer start() throws Exception {
    options.home().create();
    Settings settings =
        new SettingsLoader(environment).load(options.home().configuration(), options.settings());
    HomeLock lock = HomeLock.take(options.home());
    try {
      Listener listener = Listener.bind(HttpConfig.from(settings));
      try {
        Lifecycle lifecycle = inject(settings, listener).getInstance(Lifecycle.class);
        lifecycle.start();
        return new HeadgateServer(
            listener.url(), lifecycle, lock, ServerConfig.from(settings).stopTimeout());
      } catch (Exception e) {
        listener.close();
        throw e;
      }
    } catch (Exception e) {
      lock.close();
      throw e;
    }
  }

  private Injector inject(Settings settings, Listener listener) throws Exception {
    try {
      return Guice.createInjector(Stage.PRODUCTION, modules.of(options, settings, listener));
    } catch (CreationException e) {
      throw cause(e, e.getErrorMessages());
    } catch (ProvisionException e) {
      throw cause(e, e.getErrorMessages());
    }
  }

  /** What went wrong in a constructor, without Guice's words around it. */
  private static Exception cause(RuntimeException wrapped, Collection<Message> messages) {
    return messages.stream()
        .map(Message::getCause)
        .filter(Exception.class::isInstance)
        .map(Exception.class::cast)
        .findFirst()
        .orElse(wrapped);
  }

  /** The modules that a server is made of. */
  interface ModuleList {
    List<Module> of(ServerOptions options, Settings settings, Listener listener);
  }
}
