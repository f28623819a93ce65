package dev.headgate.server.home;

import java.nio.file.Path;

/** The distribution's folder, with {@code lib/}, {@code plugins/} and {@code spark/}; read only. */
public record Installation(Path folder) {
  public Installation {
    folder = folder.toAbsolutePath().normalize();
  }

  /** Where the plugins are, one folder each. */
  public Path plugins() {
    return folder.resolve("plugins");
  }
}
