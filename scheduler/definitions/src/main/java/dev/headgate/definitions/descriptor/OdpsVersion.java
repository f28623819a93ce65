package dev.headgate.definitions.descriptor;

import dev.headgate.definitions.bitol.Edition;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The versions of ODPS that are understood, oldest first. */
enum OdpsVersion implements Edition {
  V1_0_0,
  V1_1_0;

  static Optional<OdpsVersion> of(String text) {
    return Arrays.stream(values()).filter(v -> v.toString().equals(text)).findFirst();
  }

  static List<String> texts() {
    return Arrays.stream(values()).map(OdpsVersion::toString).toList();
  }

  @Override
  public String standard() {
    return "ODPS";
  }

  @Override
  public String document() {
    return "descriptor";
  }

  /** As documents write it, for example {@code v1.0.0}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '.');
  }
}
