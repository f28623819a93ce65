package dev.headgate.server.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder in which a server keeps everything: what is where in it. */
public record Home(Path folder) {
  public Home {
    folder = folder.toAbsolutePath().normalize();
  }

  public Path configuration() {
    return folder.resolve("conf").resolve("headgate.properties");
  }

  /** The H2 database, without its suffix. */
  public Path database() {
    return folder.resolve("db").resolve("headgate");
  }

  /** The warehouse, where none is configured. */
  public Path lake() {
    return folder.resolve("lake");
  }

  public Path logs() {
    return folder.resolve("logs");
  }

  /** The output of runs, one file each. */
  public Path runLogs() {
    return logs().resolve("runs");
  }

  /** A plugin's own folders are below it. */
  public Path plugins() {
    return folder.resolve("plugins");
  }

  /** Where a running server says how to reach it. */
  public Path serverFile() {
    return folder.resolve("server.json");
  }

  Path lockFile() {
    return folder.resolve("server.lock");
  }

  /** Makes the folders. */
  public void create() {
    try {
      Files.createDirectories(folder);
      Files.createDirectories(database().getParent());
      Files.createDirectories(lake());
      Files.createDirectories(runLogs());
      Files.createDirectories(plugins());
    } catch (IOException e) {
      throw new UncheckedIOException("the home " + folder + " cannot be made: " + e, e);
    }
  }
}
