package dev.headgate.server.home;

import java.nio.file.Path;

/**
 * The distribution's folder, with {@code lib/}, {@code plugins/}, {@code conf/} and {@code spark/};
 * read only.
 */
public record Installation(Path folder) {
  public Installation {
    folder = folder.toAbsolutePath().normalize();
  }

  /** Where the plugins are, one folder each. */
  public Path plugins() {
    return folder.resolve("plugins");
  }

  /** The policies that hold unless the site has its own. */
  public Path policies() {
    return folder.resolve("conf").resolve("policies");
  }
}
