package dev.headgate.plugins.spark;

import dev.headgate.spi.Launcher;
import dev.headgate.spi.LauncherFactory;
import dev.headgate.spi.Plugin;
import dev.headgate.spi.PluginContext;
import dev.headgate.spi.QueryEngine;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** The plugin from its folder {@code target/plugin}, in a class loader as the server gives it. */
record IsolatedPlugin(Plugin plugin, PluginContext context) {
  private static final List<String> SHARED =
      List.of("dev.headgate.spi.", "dev.headgate.model.", "org.slf4j.");

  /** Sees the JDK and what the server shares, nothing else. */
  private static final class Parent extends ClassLoader {
    Parent() {
      super(ClassLoader.getPlatformClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      if (SHARED.stream().anyMatch(name::startsWith)) {
        return IsolatedPlugin.class.getClassLoader().loadClass(name);
      }
      throw new ClassNotFoundException(name);
    }
  }

  static IsolatedPlugin load(Path jars, PluginContext context) {
    try (Stream<Path> files = Files.list(jars)) {
      URL[] urls = files.map(IsolatedPlugin::url).toArray(URL[]::new);
      URLClassLoader loader = new URLClassLoader("plugin-spark", urls, new Parent());
      List<Plugin> found =
          ServiceLoader.load(Plugin.class, loader).stream()
              .map(ServiceLoader.Provider::get)
              .toList();
      if (found.size() != 1) {
        throw new IllegalStateException("expected one plugin in " + jars + ", found " + found);
      }
      return new IsolatedPlugin(found.get(0), context);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static URL url(Path file) {
    try {
      return file.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(e);
    }
  }

  Launcher launcher(String type) {
    return plugin.launchers().stream()
        .filter(factory -> factory.jobType().equals(type))
        .map((LauncherFactory factory) -> factory.create(context))
        .findFirst()
        .orElseThrow();
  }

  QueryEngine queries() {
    return plugin.queryEngines().get(0).create(context);
  }

  /** On the same server, and asks it to analyze by a class that it does not have. */
  QueryEngine queriesAskingFor(String source) throws ReflectiveOperationException {
    QueryEngine queries = queries();
    Field analyzer = queries.getClass().getDeclaredField("analyzer");
    Constructor<?> constructor = analyzer.getType().getDeclaredConstructor(String.class);
    analyzer.setAccessible(true);
    constructor.setAccessible(true);
    analyzer.set(queries, constructor.newInstance(source));
    return queries;
  }
}
