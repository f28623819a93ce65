package dev.headgate.definitions.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Days, times and points in time as contracts write them, to ISO 8601. A day that no calendar has,
 * such as the 31st of February, is none.
 */
public final class TimeText {
  /** ISO 8601 with {@code T} or a blank between day and time, and an offset or none. */
  private static final DateTimeFormatter ISO =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .optionalStart()
          .appendPattern("['T'][ ]")
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .optionalStart()
          .appendPattern("[XXX][XX][X]")
          .optionalEnd()
          .optionalEnd()
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  /** Text in quotes in a pattern, or a year. */
  private static final Pattern QUOTED_OR_YEAR = Pattern.compile("'[^']*'|y+");

  private TimeText() {}

  /**
   * A formatter by a pattern of the JDK; a {@code T} between day and time need not be quoted. Empty
   * if it is none.
   */
  public static Optional<DateTimeFormatter> format(String pattern) {
    return formatter(pattern).or(() -> formatter(pattern.replace("T", "'T'")));
  }

  private static Optional<DateTimeFormatter> formatter(String pattern) {
    try {
      String offsets = pattern.replaceAll("Z$", "[XXX][XX][X]");
      return Optional.of(
          DateTimeFormatter.ofPattern(withPlainYears(offsets), Locale.ROOT)
              .withResolverStyle(ResolverStyle.STRICT));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** A year of an era, {@code y}, is a year only where the era is known. */
  private static String withPlainYears(String pattern) {
    if (pattern.replaceAll("'[^']*'", "").contains("G")) {
      return pattern;
    }
    return QUOTED_OR_YEAR
        .matcher(pattern)
        .replaceAll(
            m ->
                Matcher.quoteReplacement(
                    m.group().startsWith("y") ? m.group().replace('y', 'u') : m.group()));
  }

  /**
   * A day, or a point in time in UTC.
   *
   * @param zone of one without an offset; empty: that is none in any zone and stays as it is
   */
  public static Optional<String> moment(
      String text, Optional<DateTimeFormatter> format, Optional<ZoneId> zone) {
    try {
      TemporalAccessor parsed =
          format
              .orElse(ISO)
              .parseBest(text.strip(), OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
      if (parsed instanceof LocalDate day) {
        return Optional.of(day.toString());
      }
      if (zone.isEmpty()) {
        LocalDateTime local =
            parsed instanceof OffsetDateTime offset
                ? offset.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime()
                : (LocalDateTime) parsed;
        return Optional.of(local.format(DateTimeFormatter.ISO_LOCAL_DATE_TIME));
      }
      OffsetDateTime moment =
          parsed instanceof OffsetDateTime offset
              ? offset
              : ((LocalDateTime) parsed).atZone(zone.get()).toOffsetDateTime();
      return Optional.of(
          moment
              .withOffsetSameInstant(ZoneOffset.UTC)
              .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** A zone by name or offset; empty if it is none. */
  public static Optional<ZoneId> zone(String text) {
    try {
      return Optional.of(ZoneId.of(text.strip()));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** A time of day. */
  public static Optional<String> timeOfDay(String text, Optional<DateTimeFormatter> format) {
    try {
      LocalTime time =
          format.orElse(DateTimeFormatter.ISO_TIME).parse(text.strip(), LocalTime::from);
      return Optional.of(time.format(DateTimeFormatter.ISO_LOCAL_TIME));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** A time of day with its offset, UTC if it has none. */
  public static Optional<OffsetTime> daily(String text) {
    try {
      TemporalAccessor parsed =
          DateTimeFormatter.ISO_TIME.parseBest(text.strip(), OffsetTime::from, LocalTime::from);
      return Optional.of(
          parsed instanceof OffsetTime time ? time : ((LocalTime) parsed).atOffset(ZoneOffset.UTC));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The day of a day or of a point in time. */
  public static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.from(ISO.parse(text.strip())));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
