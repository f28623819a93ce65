package dev.headgate.engine.servicelevel;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;

/** Bounds of columns as moments, in UTC where they name no offset; lengths of time in words. */
final class Moments {
  private Moments() {}

  /** The end of what a value stands for: of a date, its last moment. Empty for what is no time. */
  static Optional<Instant> end(String bound) {
    return parse(bound)
        .map(
            value ->
                value instanceof LocalDate date
                    ? date.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : instant(value));
  }

  /** The day that a value lies in. Empty for what is no time. */
  static Optional<LocalDate> day(String bound) {
    return parse(bound)
        .map(
            value ->
                value instanceof LocalDate date
                    ? date
                    : instant(value).atOffset(ZoneOffset.UTC).toLocalDate());
  }

  private static Instant instant(TemporalAccessor value) {
    return value instanceof LocalDateTime local
        ? local.toInstant(ZoneOffset.UTC)
        : Instant.from(value);
  }

  private static Optional<TemporalAccessor> parse(String bound) {
    try {
      return Optional.of(
          bound.contains("T")
              ? DateTimeFormatter.ISO_DATE_TIME.parseBest(
                  bound, OffsetDateTime::from, LocalDateTime::from)
              : LocalDate.parse(bound));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The two largest units, for people: {@code 2 d 3 h}. */
  static String words(Duration length) {
    long days = length.toDays();
    if (days > 0) {
      return days + " d" + (length.toHoursPart() > 0 ? " " + length.toHoursPart() + " h" : "");
    }
    if (length.toHours() > 0) {
      int minutes = length.toMinutesPart();
      return length.toHours() + " h" + (minutes > 0 ? " " + minutes + " min" : "");
    }
    return length.toMinutes() > 0 ? length.toMinutes() + " min" : length.toSeconds() + " s";
  }
}
