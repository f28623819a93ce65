package dev.headgate.definitions.text;

import dev.headgate.definitions.yaml.Located;
import dev.headgate.definitions.yaml.Problems;
import dev.headgate.definitions.yaml.Yaml;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** ISO-8601 durations, positive and of at most 30 days. */
public final class DurationText {
  public static final String EXPECTED = "a positive ISO-8601 duration such as PT1H or PT90M";
  private static final Duration LONGEST = Duration.ofDays(30);
  private static final Pattern SHORTHAND = Pattern.compile("(?i)(\\d{1,6})\\s*([smhd])[a-z]*");

  private DurationText() {}

  public static Optional<Duration> parse(Located<String> text, String name, Problems problems) {
    Optional<Duration> duration = parse(text.value());
    if (duration.isEmpty() || duration.get().isNegative() || duration.get().isZero()) {
      problems.add(
          text.at(),
          "'"
              + name
              + "': "
              + Yaml.quoted(text.value())
              + meant(text.value())
              + " expected "
              + EXPECTED);
      return Optional.empty();
    }
    if (duration.get().compareTo(LONGEST) > 0) {
      problems.add(
          text.at(), "'" + name + "': " + Yaml.quoted(text.value()) + " is more than 30 days");
      return Optional.empty();
    }
    return duration;
  }

  private static Optional<Duration> parse(String text) {
    try {
      return Optional.of(Duration.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static String meant(String text) {
    Matcher shorthand = SHORTHAND.matcher(text.strip());
    if (!shorthand.matches()) {
      return ":";
    }
    String unit = shorthand.group(2).toUpperCase(Locale.ROOT);
    String iso = (unit.equals("D") ? "P" : "PT") + shorthand.group(1) + unit;
    return ", did you mean '" + iso + "'?";
  }
}
