package dev.headgate.model.contract;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The major versions of a contract that a consumer can read, both ends included. Written {@code 2}
 * or {@code 1-2}.
 */
public record Majors(int from, int to) {
  private static final Pattern TEXT = Pattern.compile("(\\d{1,9})(?:-(\\d{1,9}))?");

  public Majors {
    if (from < 0 || to < from) {
      throw new IllegalArgumentException(
          "'" + from + "-" + to + "' are no majors: expected the lower one first");
    }
  }

  /** Parses; throws {@link IllegalArgumentException} that says what is expected. */
  public static Majors parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "'" + text + "' is no major version: expected a number such as 2, or two such as 1-2");
    }
    int from = Integer.parseInt(matcher.group(1));
    return new Majors(from, matcher.group(2) == null ? from : Integer.parseInt(matcher.group(2)));
  }

  public boolean contains(Version version) {
    return from <= version.major() && version.major() <= to;
  }

  @Override
  public String toString() {
    return from == to ? String.valueOf(from) : from + "-" + to;
  }
}
