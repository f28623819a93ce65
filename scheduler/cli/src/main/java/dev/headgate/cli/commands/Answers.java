package dev.headgate.cli.commands;

import com.fasterxml.jackson.databind.JsonNode;
import dev.headgate.cli.api.CliException;
import dev.headgate.cli.api.ExitCode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.StringJoiner;

/** Pieces of answers, in words. */
final class Answers {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
  private static final int SHORT_DIGEST = 12;

  private Answers() {}

  /** Text or number; {@code -} where there is none. */
  static String text(JsonNode value) {
    return value.isMissingNode() || value.isNull() || value.asText().isEmpty()
        ? "-"
        : value.asText();
  }

  static String list(JsonNode values, String separator) {
    StringJoiner joined = new StringJoiner(separator);
    values.forEach(value -> joined.add(value.asText()));
    return joined.toString();
  }

  /** A time in this machine's zone. */
  static String time(JsonNode value) {
    return value.isNull() || value.isMissingNode()
        ? "-"
        : TIME.format(Instant.parse(value.asText()).atZone(ZoneId.systemDefault()));
  }

  /** How long from one time to another, or to now. */
  static String duration(JsonNode from, JsonNode to) {
    Instant end = to.isNull() ? Instant.now() : Instant.parse(to.asText());
    long seconds = Duration.between(Instant.parse(from.asText()), end).toSeconds();
    return seconds < 60
        ? seconds + " s"
        : seconds < 3600
            ? seconds / 60 + " min " + seconds % 60 + " s"
            : seconds / 3600 + " h " + seconds / 60 % 60 + " min";
  }

  static String digest(JsonNode value) {
    String text = text(value);
    return text.length() > SHORT_DIGEST ? text.substring(0, SHORT_DIGEST) + "…" : text;
  }

  /** A release's number, also written as its warehouse. */
  static long release(String text) {
    try {
      return Long.parseLong(text.startsWith("release-") ? text.substring(8) : text);
    } catch (NumberFormatException e) {
      throw new CliException(
          ExitCode.USAGE,
          "'" + text + "' is no release: expected a number as 'headgate release list' shows it",
          e);
    }
  }
}
