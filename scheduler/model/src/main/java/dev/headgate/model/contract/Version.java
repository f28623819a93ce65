package dev.headgate.model.contract;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A contract's version, {@code MAJOR.MINOR.PATCH} as Semantic Versioning 2.0.0 orders them, without
 * pre-release and build.
 */
public record Version(int major, int minor, int patch) implements Comparable<Version> {
  private static final Pattern TEXT =
      Pattern.compile("(0|[1-9]\\d{0,8})\\.(0|[1-9]\\d{0,8})\\.(0|[1-9]\\d{0,8})");
  private static final Comparator<Version> ORDER =
      Comparator.comparingInt(Version::major)
          .thenComparingInt(Version::minor)
          .thenComparingInt(Version::patch);

  /** Parses {@code 1.2.0}; throws {@link IllegalArgumentException} that says what is expected. */
  public static Version parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "'" + text + "' is not a version: expected MAJOR.MINOR.PATCH, for example 1.0.0");
    }
    return new Version(
        Integer.parseInt(matcher.group(1)),
        Integer.parseInt(matcher.group(2)),
        Integer.parseInt(matcher.group(3)));
  }

  @Override
  public int compareTo(Version other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return major + "." + minor + "." + patch;
  }
}
