package dev.headgate.server.local;

import dev.headgate.server.config.PluginSettings;
import dev.headgate.server.config.Settings;
import dev.headgate.server.home.Installation;
import dev.headgate.server.plugins.LoadedPlugins;
import dev.headgate.server.plugins.PluginLoader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** A server's plugins for the length of one command; what they write is removed with them. */
final class LocalPlugins implements AutoCloseable {
  private final Path data;
  private final LoadedPlugins loaded;

  private LocalPlugins(Path data, LoadedPlugins loaded) {
    this.data = data;
    this.loaded = loaded;
  }

  static LocalPlugins load(Installation installation, Settings settings) throws IOException {
    PluginSettings plugins = PluginSettings.from(settings);
    return load(
        data ->
            new PluginLoader(installation.folder(), data)
                .load(plugins.folders(installation.plugins()), plugins.prefixed()));
  }

  /** Whatever ends the loading, its folder goes with it. */
  static LocalPlugins load(Loading loading) throws IOException {
    Path data = Files.createTempDirectory("headgate-plugins");
    boolean done = false;
    try {
      LocalPlugins plugins = new LocalPlugins(data, loading.into(data));
      done = true;
      return plugins;
    } finally {
      if (!done) {
        remove(data);
      }
    }
  }

  /** Loads plugins that write into a folder. */
  interface Loading {
    LoadedPlugins into(Path data) throws IOException;
  }

  LoadedPlugins loaded() {
    return loaded;
  }

  @Override
  public void close() {
    try {
      loaded.close();
    } finally {
      remove(data);
    }
  }

  private static void remove(Path folder) {
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              Files.delete(file);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException failure)
                throws IOException {
              Files.delete(visited);
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove " + folder, e);
    }
  }
}
