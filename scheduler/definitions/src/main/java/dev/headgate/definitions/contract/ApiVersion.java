package dev.headgate.definitions.contract;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The versions of ODCS that are understood, oldest first. */
enum ApiVersion {
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

  boolean isAtLeast(ApiVersion other) {
    return compareTo(other) >= 0;
  }

  /** As documents write it, for example {@code v3.1.0}. */
  @Override
  public String toString() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '.');
  }
}
