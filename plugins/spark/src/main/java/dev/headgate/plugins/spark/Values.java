package dev.headgate.plugins.spark;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.BinaryType;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.NullType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.types.TimestampNTZType;
import org.apache.spark.sql.types.TimestampType;
import org.apache.spark.sql.types.VariantType;

/**
 * Spark's values as the query SPI has them. Dates and times travel as text: Spark's client would
 * make them of classes that it may reach only in a JVM with more open packages.
 */
final class Values {
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .appendLiteral(' ')
          .appendPattern("HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .toFormatter(java.util.Locale.ROOT);

  private Values() {}

  /** What to ask the server for instead of a column; the session's time zone is UTC. */
  static Column asked(Column column, DataType type) {
    if (type instanceof NumericType || type instanceof BooleanType || type instanceof NullType) {
      return column;
    } else if (type instanceof BinaryType) {
      return functions.lower(functions.hex(column));
    } else if (type instanceof ArrayType
        || type instanceof MapType
        || type instanceof StructType
        || type instanceof VariantType) {
      return functions.to_json(column, java.util.Map.of("ignoreNullFields", "false"));
    }
    return column.cast("string");
  }

  /** The value of what came for a column of this type. */
  static Object plain(Object value, DataType type) {
    if (value instanceof Byte || value instanceof Short || value instanceof Integer) {
      return ((Number) value).longValue();
    } else if (value instanceof Float number) {
      return number.doubleValue();
    } else if (value instanceof String text) {
      return parsed(text, type);
    }
    return value;
  }

  private static Object parsed(String text, DataType type) {
    if (type instanceof DateType) {
      return LocalDate.parse(text);
    } else if (type instanceof TimestampNTZType) {
      return LocalDateTime.parse(text, TIME);
    } else if (type instanceof TimestampType) {
      return LocalDateTime.parse(text, TIME).toInstant(ZoneOffset.UTC);
    }
    return text;
  }
}
