package dev.headgate.server.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The site's policies.
 *
 * @param folder where they are; empty: with the distribution
 */
public record PolicySettings(Optional<Path> folder) {
  static final Property<Optional<Path>> FOLDER =
      new Property<>(
          "policies.folder",
          "",
          text -> text.isBlank() ? Optional.empty() : Optional.of(Path.of(text)),
          "a folder",
          "A folder with the site's policies, instead of the distribution's.");
  static final List<Property<?>> PROPERTIES = List.of(FOLDER);

  public static PolicySettings from(Settings settings) {
    return new PolicySettings(settings.read(FOLDER));
  }
}
