package dev.headgate.engine.contract;

import dev.headgate.model.contract.Version;
import java.util.Locale;

/** What a change earns in a version, lowest first. */
public enum Level {
  PATCH,
  MINOR,
  MAJOR;

  /** The least version that says so. */
  public Version after(Version version) {
    return switch (this) {
      case PATCH -> new Version(version.major(), version.minor(), version.patch() + 1);
      case MINOR -> new Version(version.major(), version.minor() + 1, 0);
      case MAJOR -> new Version(version.major() + 1, 0, 0);
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
