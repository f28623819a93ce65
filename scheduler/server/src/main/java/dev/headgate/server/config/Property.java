package dev.headgate.server.config;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One setting of the server.
 *
 * @param key as written in the file, for example {@code http.port}
 * @param fallback its value where it is not set
 * @param parser throws {@link IllegalArgumentException} for what is no value of it
 * @param expected said when a value is refused, for example {@code "a number from 0 to 65535"}
 * @param description one sentence for people
 */
public record Property<T>(
    String key, String fallback, Function<String, T> parser, String expected, String description) {
  private static final Pattern SIZE = Pattern.compile("(\\d{1,9})\\s*(KB|MB|GB|)");

  static Property<String> text(String key, String fallback, String description) {
    return new Property<>(key, fallback, Function.identity(), "text", description);
  }

  static Property<Integer> number(
      String key, int fallback, int least, int most, String description) {
    return new Property<>(
        key,
        Integer.toString(fallback),
        text -> within(Integer.parseInt(text), least, most),
        "a number from " + least + " to " + most,
        description);
  }

  static Property<Duration> duration(String key, String fallback, String description) {
    return new Property<>(
        key, fallback, Property::positive, "a duration such as PT30S or PT5M", description);
  }

  static Property<Long> size(String key, String fallback, String description) {
    return new Property<>(
        key, fallback, Property::bytes, "a size such as 512KB, 16MB or 1GB", description);
  }

  /** The environment variable that sets it: {@code http.port} is {@code HEADGATE_HTTP_PORT}. */
  public String environmentName() {
    return "HEADGATE_" + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  private static int within(int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(value + " is out of range");
    }
    return value;
  }

  private static Duration positive(String text) {
    try {
      Duration duration = Duration.parse(text);
      if (duration.isNegative() || duration.isZero()) {
        throw new IllegalArgumentException("a duration must be positive");
      }
      return duration;
    } catch (java.time.format.DateTimeParseException e) {
      throw new IllegalArgumentException(text + " is not a duration", e);
    }
  }

  private static long bytes(String text) {
    Matcher matcher = SIZE.matcher(text.trim().toUpperCase(Locale.ROOT));
    if (!matcher.matches()) {
      throw new IllegalArgumentException(text + " is not a size");
    }
    long number = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "KB" -> number << 10;
      case "MB" -> number << 20;
      case "GB" -> number << 30;
      default -> number;
    };
  }
}
