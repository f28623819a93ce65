package dev.headgate.definitions.contract;

import dev.headgate.definitions.bitol.Edition;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The versions of ODCS that are understood, oldest first. */
enum ApiVersion implements Edition {
  V3_0_0,
  V3_0_1,
  V3_0_2,
  V3_1_0,
  V3_2_0;

  static Optional<ApiVersion> of(String text) {
    return Arrays.stream(values()).filter(v -> v.toString().equals(text)).findFirst();
  }

  static List<String> texts() {
    return Arrays.stream(values()).map(ApiVersion::toString).toList();
  }

  @Override
  public String standard() {
    return "ODCS";
  }

  @Override
  public String document() {
    return "contract";
  }

  /** As documents write it, for example {@code v3.1.0}. */
  @Override
  public String toString() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '.');
  }
}
