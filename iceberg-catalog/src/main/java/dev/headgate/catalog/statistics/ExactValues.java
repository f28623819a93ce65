package dev.headgate.catalog.statistics;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.types.Conversions;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;
import org.apache.iceberg.util.DateTimeUtil;

/**
 * Bounds that are values which do occur, and their text: numbers plain, dates and times in ISO
 * 8601. Strings and binaries are never among them: writers shorten them, and do not say so.
 */
final class ExactValues {
  private ExactValues() {}

  /** Whether bounds of this type, in a file of this format, are values of the column. */
  static boolean areExact(Type type, FileFormat format) {
    return switch (type.typeId()) {
      case BOOLEAN, INTEGER, LONG, FLOAT, DOUBLE, DATE, DECIMAL -> true;
      // ORC keeps these in milliseconds, and some writers round them.
      case TIME, TIMESTAMP, TIMESTAMP_NANO -> format != FileFormat.ORC;
      default -> false;
    };
  }

  /** The value of a bound; empty where the bytes are not those of the type or of a narrower one. */
  static Optional<Object> read(Type type, ByteBuffer bytes) {
    int size = bytes.remaining();
    boolean fits =
        switch (type.typeId()) {
          case BOOLEAN -> size == 1;
          case INTEGER, FLOAT, DATE -> size == 4;
          case LONG, DOUBLE -> size == 4 || size == 8;
          case TIME, TIMESTAMP, TIMESTAMP_NANO -> size == 8;
          case DECIMAL -> size > 0;
          default -> false;
        };
    return fits ? Optional.of(Conversions.fromByteBuffer(type, bytes)) : Optional.empty();
  }

  /** Empty for what has no plain text: infinite numbers. */
  static Optional<String> text(Type type, Object value) {
    return switch (type.typeId()) {
      case FLOAT -> number(((Float) value).doubleValue());
      case DOUBLE -> number((Double) value);
      case DECIMAL -> Optional.of(((BigDecimal) value).toPlainString());
      case DATE -> Optional.of(DateTimeUtil.daysToIsoDate((Integer) value));
      case TIME -> Optional.of(DateTimeUtil.microsToIsoTime((Long) value));
      case TIMESTAMP -> Optional.of(timestamp((Types.TimestampType) type, (Long) value));
      case TIMESTAMP_NANO -> Optional.of(nanos((Types.TimestampNanoType) type, (Long) value));
      default -> Optional.of(value.toString());
    };
  }

  /** A writer's bound has either sign of zero, whichever the value had. */
  private static Optional<String> number(double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return Optional.empty();
    }
    return Optional.of(value == 0 ? "0" : BigDecimal.valueOf(value).toPlainString());
  }

  private static String timestamp(Types.TimestampType type, long micros) {
    return type.shouldAdjustToUTC()
        ? DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(DateTimeUtil.timestamptzFromMicros(micros))
        : DateTimeUtil.microsToIsoTimestamp(micros);
  }

  private static String nanos(Types.TimestampNanoType type, long nanos) {
    return type.shouldAdjustToUTC()
        ? DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(DateTimeUtil.timestamptzFromNanos(nanos))
        : DateTimeUtil.nanosToIsoTimestamp(nanos);
  }
}
