package dev.headgate.definitions.contract;

import dev.headgate.definitions.text.TimeText;
import dev.headgate.model.contract.LogicalType;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;

/**
 * How a column's days and times are written.
 *
 * @param family of the column, which holds days or times
 * @param zone of what has no offset; of no meaning in a column without zones
 */
record Moments(Family family, Optional<DateTimeFormatter> format, ZoneId zone) {
  /** As a column's options say, as far as they can be read. */
  static Moments of(Family family, Map<String, Object> options) {
    Optional<DateTimeFormatter> format =
        options.get("format") instanceof String f ? TimeText.format(f) : Optional.empty();
    ZoneId zone =
        options.get("defaultTimezone") instanceof String z
            ? TimeText.zone(z).orElse(ZoneOffset.UTC)
            : ZoneOffset.UTC;
    return new Moments(family, format, zone);
  }

  /** The same days and times in ISO 8601. */
  Moments iso() {
    return new Moments(family, Optional.empty(), zone);
  }

  /** Of a column of this logical type, as far as its family tells more than that. */
  static Family family(Optional<Family> known, LogicalType type) {
    Family otherwise = type == LogicalType.TIME ? Family.TIME : Family.TIMESTAMP;
    return known.filter(f -> f.isMoment() && type != LogicalType.TIME).orElse(otherwise);
  }

  /** In ISO 8601; empty where no value of the column is that. */
  Optional<String> read(String text) {
    return switch (family) {
      case TIME -> TimeText.timeOfDay(text, format);
      case DATE -> TimeText.moment(text, format, Optional.empty()).flatMap(Moments::day);
      case LOCAL_TIMESTAMP -> TimeText.moment(text, format, Optional.empty());
      case TIMESTAMP -> TimeText.moment(text, format, Optional.of(zone));
      case BOOLEAN, WHOLE, NUMBER, TEXT, STRUCT, LIST, MAP -> Optional.empty();
    };
  }

  /** A day may be written as the point in time when it begins. */
  private static Optional<String> day(String iso) {
    String day = iso.replaceFirst("T00:00:00$", "");
    return day.contains("T") ? Optional.empty() : Optional.of(day);
  }

  /** What is expected where it is none. */
  String expected() {
    return switch (family) {
      case TIME -> "a time of day";
      case DATE -> "a day";
      case TIMESTAMP, LOCAL_TIMESTAMP, BOOLEAN, WHOLE, NUMBER, TEXT, STRUCT, LIST, MAP ->
          "a day or a point in time";
    };
  }
}
