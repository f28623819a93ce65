package dev.headgate.server.plugins;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;

/**
 * The classes of one plugin. It sees the JDK, its own jars, and of the server the packages that are
 * shared; those always come from the server, also where a jar of the plugin has them.
 */
final class PluginClassLoader extends URLClassLoader {
  private static final List<String> SHARED =
      List.of("dev.headgate.spi.", "dev.headgate.model.", "org.slf4j.");

  static {
    registerAsParallelCapable();
  }

  private final ClassLoader server;

  PluginClassLoader(String plugin, List<URL> jars, ClassLoader server) {
    super("plugin " + plugin, jars.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    this.server = server;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (SHARED.stream().anyMatch(name::startsWith)) {
      return server.loadClass(name);
    }
    return super.loadClass(name, resolve);
  }
}
