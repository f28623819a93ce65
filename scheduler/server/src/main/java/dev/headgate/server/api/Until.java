package dev.headgate.server.api;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Locale;

/** When something is to end, in the words that people use. */
final class Until {
  private Until() {}

  /**
   * An instant, a date (its first moment, in UTC), or a length of time from {@code now} such as
   * {@code P30D} or {@code PT12H}.
   */
  static Instant parse(String text, Instant now) {
    String upper = text.strip().toUpperCase(Locale.ROOT);
    try {
      if (upper.startsWith("P")) {
        return upper.contains("T")
            ? now.plus(Duration.parse(upper))
            : now.atOffset(ZoneOffset.UTC).plus(Period.parse(upper)).toInstant();
      }
      return upper.contains("T")
          ? Instant.parse(upper)
          : LocalDate.parse(upper).atStartOfDay(ZoneOffset.UTC).toInstant();
    } catch (DateTimeException | ArithmeticException e) {
      throw Arguments.invalid(
          "'until' must be a date such as 2026-12-31, a time such as 2026-12-31T18:00:00Z, or a"
              + " length of time such as P30D, not '"
              + text
              + "'");
    }
  }
}
