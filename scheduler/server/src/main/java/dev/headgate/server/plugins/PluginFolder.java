package dev.headgate.server.plugins;

import dev.headgate.model.ErrorCode;
import dev.headgate.model.HeadgateException;
import dev.headgate.spi.PluginException;
import java.io.IOException;
import java.net.URL;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.Pattern;

/** A plugin's folder: named as the plugin, with its jars side by side. */
record PluginFolder(Path path) {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]*");

  /**
   * The folders in a directory of plugins, in the order of their names; hidden ones and plain files
   * that are no jars are passed over.
   */
  static List<PluginFolder> in(Path directory) {
    if (!Files.isDirectory(directory)) {
      throw new HeadgateException(
          ErrorCode.INVALID_REQUEST,
          directory + " is not a directory; expected a directory of plugins, a folder for each");
    }
    List<PluginFolder> folders = new ArrayList<>();
    for (Path entry : entries(directory)) {
      if (Files.isDirectory(entry)) {
        folders.add(new PluginFolder(entry));
      } else if (isJar(entry)) {
        throw new HeadgateException(
            ErrorCode.INVALID_REQUEST,
            entry + " lies in the directory of plugins; expected it in a folder of its own there");
      }
    }
    return folders;
  }

  String name() {
    return path.getFileName().toString();
  }

  /** Its jars; {@link PluginException} unless there is one at least and all can be read. */
  List<URL> jars() throws IOException {
    if (!NAME.matcher(name()).matches()) {
      throw new PluginException(
          "'" + name() + "' is not a plugin's name: expected lower case letters, digits and '-'");
    }
    List<URL> jars = new ArrayList<>();
    for (Path entry : entries(path)) {
      if (isJar(entry)) {
        checkReadable(entry);
        jars.add(entry.toUri().toURL());
      }
    }
    if (jars.isEmpty()) {
      throw new PluginException("there is no jar in the folder");
    }
    return jars;
  }

  /** A class loader passes over a broken jar in silence; this does not. */
  private static void checkReadable(Path jar) {
    try {
      new JarFile(jar.toFile()).close();
    } catch (IOException e) {
      throw new PluginException(jar.getFileName() + " is not a jar that can be read", e);
    }
  }

  private static boolean isJar(Path file) {
    return file.getFileName().toString().endsWith(".jar");
  }

  private static List<Path> entries(Path directory) {
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> found =
        Files.newDirectoryStream(directory, p -> !p.getFileName().toString().startsWith("."))) {
      found.forEach(entries::add);
    } catch (IOException e) {
      throw new HeadgateException(
          ErrorCode.EXTERNAL, "cannot list " + directory + ": " + e.getMessage(), e);
    }
    entries.sort(null);
    return entries;
  }
}
