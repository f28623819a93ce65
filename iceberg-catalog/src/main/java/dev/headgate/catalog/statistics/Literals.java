package dev.headgate.catalog.statistics;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;
import org.apache.iceberg.util.DateTimeUtil;

/** Names and values as Spark SQL has them; empty for values that it cannot write down exactly. */
final class Literals {
  private static final String PLAIN = " !\"#%&()*+,-./:;<=>?@[]^_`|~";

  private Literals() {}

  static String name(String column) {
    return '`' + column.replace("`", "``") + '`';
  }

  /** A value of a column, in Iceberg's own form of it. */
  static Optional<String> of(Type type, Object value) {
    return switch (type.typeId()) {
      case BOOLEAN -> Optional.of(value.toString());
      case INTEGER, LONG -> Optional.of(value.toString());
      case DECIMAL -> Optional.of(((BigDecimal) value).toPlainString() + "BD");
      case STRING -> Optional.of(string(value.toString()));
      case DATE -> at(type, DateTimeUtil.dateFromDays((Integer) value).atStartOfDay());
      case TIMESTAMP -> at(type, DateTimeUtil.timestampFromMicros((Long) value));
      default -> Optional.empty();
    };
  }

  /** A point in time as a value of a date or timestamp column; UTC where that has a zone. */
  static Optional<String> at(Type type, LocalDateTime time) {
    if (time.getYear() < 1 || time.getYear() > 9999) {
      return Optional.empty();
    }
    LocalDate date = time.toLocalDate();
    String day = DateTimeFormatter.ISO_LOCAL_DATE.format(date);
    String moment = day + ' ' + DateTimeFormatter.ISO_LOCAL_TIME.format(time);
    return switch (type.typeId()) {
      case DATE -> Optional.of("DATE '" + day + "'");
      case TIMESTAMP ->
          Optional.of(
              ((Types.TimestampType) type).shouldAdjustToUTC()
                  ? "TIMESTAMP '" + moment + "+00:00'"
                  : "TIMESTAMP_NTZ '" + moment + "'");
      default -> Optional.empty();
    };
  }

  /** What could end the text, escape, or be taken for a variable is written by its code. */
  private static String string(String value) {
    StringBuilder text = new StringBuilder("'");
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0) {
        text.append(c);
      } else {
        text.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      }
    }
    return text.append('\'').toString();
  }
}
