package dev.headgate.plugins.checks.table;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;

/** Days and points in time; what has no zone is in UTC. */
public final class Times {
  private Times() {}

  /** Of what a query answers, or of text in ISO 8601; a day is its beginning. */
  public static Optional<Instant> instant(Object value) {
    if (value instanceof Instant instant) {
      return Optional.of(instant);
    }
    if (value instanceof LocalDateTime time) {
      return Optional.of(time.toInstant(ZoneOffset.UTC));
    }
    if (value instanceof LocalDate day) {
      return Optional.of(day.atStartOfDay().toInstant(ZoneOffset.UTC));
    }
    return value instanceof String text ? parsed(text.strip()) : Optional.empty();
  }

  private static Optional<Instant> parsed(String text) {
    try {
      if (text.length() <= "2001-06-30".length()) {
        return instant(LocalDate.parse(text));
      }
      TemporalAccessor parsed =
          DateTimeFormatter.ISO_DATE_TIME.parseBest(
              text.replaceFirst("^(\\S+) +(?=\\d)", "$1T"),
              OffsetDateTime::from,
              LocalDateTime::from);
      return parsed instanceof OffsetDateTime offset
          ? Optional.of(offset.toInstant())
          : instant(parsed);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
