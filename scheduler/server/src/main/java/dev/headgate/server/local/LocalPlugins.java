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
    Path data = Files.createTempDirectory("headgate-plugins");
    try {
      PluginSettings plugins = PluginSettings.from(settings);
      LoadedPlugins loaded =
          new PluginLoader(installation.folder(), data)
              .load(plugins.folders(installation.plugins()), plugins.prefixed());
      return new LocalPlugins(data, loaded);
    } catch (RuntimeException e) {
      remove(data);
      throw e;
    }
  }

  LoadedPlugins loaded() {
    return loaded;
  }

  @Override
  public void close() {
    loaded.close();
    remove(data);
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
