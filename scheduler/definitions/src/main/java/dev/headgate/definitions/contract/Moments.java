package dev.headgate.definitions.contract;

import dev.headgate.definitions.text.TimeText;
import dev.headgate.model.contract.LogicalType;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * How a column's days and times are written.
 *
 * @param family of the column, which holds days or times
 * @param zone of what has no offset; of no meaning in a column without zones
 */
record Moments(Family family, Optional<DateTimeFormatter> format, ZoneId zone) {
  /** In ISO 8601, without an offset in UTC. */
  static Moments iso(Family family) {
    return new Moments(family, Optional.empty(), ZoneOffset.UTC);
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
      case DATE -> TimeText.moment(text, format, Optional.of(zone)).filter(iso -> !hasTime(iso));
      case LOCAL_TIMESTAMP -> TimeText.moment(text, format, Optional.empty());
      case TIMESTAMP -> TimeText.moment(text, format, Optional.of(zone));
      case BOOLEAN, WHOLE, NUMBER, TEXT, STRUCT, LIST, MAP -> Optional.empty();
    };
  }

  private static boolean hasTime(String iso) {
    return iso.contains("T");
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
