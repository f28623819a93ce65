package dev.headgate.plugins.checks.valid;

import dev.headgate.plugins.checks.table.Kind;
import dev.headgate.plugins.checks.table.Times;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * A day, a time, or a point in time, as columns hold them. What has no zone is in UTC.
 *
 * @param text as SQL reads it
 * @param value comparable with those of the same kind of column
 */
record Moment(String text, Comparable<?> value) {
  /** With another one of the same kind of column. */
  @SuppressWarnings("unchecked") // both are of the same class then
  int compareTo(Moment other) {
    return ((Comparable<Object>) value).compareTo(other.value);
  }

  /** Of an ISO 8601 text; empty if such a column can't hold it. */
  static Optional<Moment> parse(String text, Kind kind) {
    Optional<LocalDateTime> utc =
        Times.instant(text).map(i -> LocalDateTime.ofInstant(i, ZoneOffset.UTC));
    return switch (kind) {
      case DATE ->
          utc.filter(t -> t.toLocalTime().equals(LocalTime.MIDNIGHT))
              .map(t -> new Moment(t.toLocalDate().toString(), t.toLocalDate()));
      case LOCAL_TIMESTAMP -> utc.map(t -> new Moment(full(t), t));
      case TIMESTAMP -> utc.map(t -> new Moment(full(t) + "Z", t));
      case TIME -> time(text);
      case INTEGER,
          DECIMAL,
          FLOAT,
          DOUBLE,
          BOOLEAN,
          TEXT,
          BINARY,
          LIST,
          MAP,
          STRUCT,
          OTHER,
          UNKNOWN ->
          Optional.empty();
    };
  }

  private static Optional<Moment> time(String text) {
    try {
      LocalTime time = LocalTime.parse(text.strip());
      return Optional.of(new Moment(time.toString(), time));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static String full(LocalDateTime time) {
    return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time);
  }
}
