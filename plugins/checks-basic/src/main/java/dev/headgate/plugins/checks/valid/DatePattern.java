package dev.headgate.plugins.checks.valid;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Patterns of Java's {@code DateTimeFormatter} as regular expressions. They tell what a text looks
 * like: the 31st of February passes.
 */
final class DatePattern {
  private static final Map<String, String> FIELDS =
      Map.ofEntries(
          Map.entry("yyyy", "[0-9]{4}"),
          Map.entry("uuuu", "[0-9]{4}"),
          Map.entry("yy", "[0-9]{2}"),
          Map.entry("MM", "(0[1-9]|1[0-2])"),
          Map.entry("dd", "(0[1-9]|[12][0-9]|3[01])"),
          Map.entry("HH", "([01][0-9]|2[0-3])"),
          Map.entry("mm", "[0-5][0-9]"),
          Map.entry("ss", "[0-5][0-9]"),
          Map.entry("S", "[0-9]"),
          Map.entry("SSS", "[0-9]{3}"),
          Map.entry("SSSSSS", "[0-9]{6}"),
          Map.entry("X", "(Z|[+-][0-9]{2}([0-9]{2})?)"),
          Map.entry("XXX", "(Z|[+-][0-9]{2}:[0-9]{2})"),
          Map.entry("T", "T"),
          Map.entry("Z", "(Z|[+-][0-9]{2}:?[0-9]{2})"));
  private static final Pattern PART =
      Pattern.compile("(?<field>([A-Za-z])\\2*)|'(?<quoted>[^']*)'|(?<other>[^A-Za-z'])");

  private DatePattern() {}

  /** Of the whole text; empty if the pattern is none, or has what is not understood. */
  static Optional<String> regex(String pattern) {
    StringBuilder regex = new StringBuilder("^");
    Matcher matcher = PART.matcher(pattern);
    int end = 0;
    while (matcher.lookingAt()) {
      String field = matcher.group("field");
      if (field != null && !FIELDS.containsKey(field)) {
        return Optional.empty();
      }
      String text =
          matcher.group("quoted") == null ? matcher.group("other") : matcher.group("quoted");
      regex.append(field == null ? Pattern.quote(text) : FIELDS.get(field));
      end = matcher.end();
      matcher.region(end, pattern.length());
    }
    return end == pattern.length() && end > 0
        ? Optional.of(regex.append("\\z").toString())
        : Optional.empty();
  }
}
