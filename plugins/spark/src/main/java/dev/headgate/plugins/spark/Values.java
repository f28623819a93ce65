package dev.headgate.plugins.spark;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.apache.spark.sql.Row;
import scala.jdk.javaapi.CollectionConverters;

/** Spark's values as the query SPI has them. */
final class Values {
  private Values() {}

  static Object plain(Object value) {
    if (value == null
        || value instanceof String
        || value instanceof Boolean
        || value instanceof Long
        || value instanceof Double
        || value instanceof BigDecimal
        || value instanceof LocalDate
        || value instanceof LocalDateTime
        || value instanceof Instant) {
      return value;
    }
    if (value instanceof Byte || value instanceof Short || value instanceof Integer) {
      return ((Number) value).longValue();
    } else if (value instanceof Float number) {
      return number.doubleValue();
    } else if (value instanceof Date date) {
      return date.toLocalDate();
    } else if (value instanceof Timestamp timestamp) {
      return timestamp.toInstant();
    } else if (value instanceof scala.math.BigDecimal decimal) {
      return decimal.bigDecimal();
    } else if (value instanceof BigInteger number) {
      return new BigDecimal(number);
    }
    return text(value);
  }

  /** JSON-like text of what has no type of its own. */
  private static String text(Object value) {
    if (value instanceof byte[] bytes) {
      return HexFormat.of().formatHex(bytes);
    } else if (value instanceof Row row) {
      StringJoiner fields = new StringJoiner(", ", "{", "}");
      for (int i = 0; i < row.size(); i++) {
        fields.add(quoted(row.schema().fieldNames()[i]) + ": " + nested(row.get(i)));
      }
      return fields.toString();
    } else if (value instanceof scala.collection.Map<?, ?> map) {
      return text(CollectionConverters.asJava(map));
    } else if (value instanceof Map<?, ?> map) {
      StringJoiner entries = new StringJoiner(", ", "{", "}");
      map.forEach(
          (key, element) ->
              entries.add(quoted(String.valueOf(plain(key))) + ": " + nested(element)));
      return entries.toString();
    } else if (value instanceof scala.collection.Seq<?> list) {
      return text(CollectionConverters.asJava(list));
    } else if (value instanceof List<?> list) {
      List<String> elements = new ArrayList<>();
      list.forEach(element -> elements.add(nested(element)));
      return "[" + String.join(", ", elements) + "]";
    }
    return value.toString();
  }

  private static String nested(Object value) {
    Object plain = plain(value);
    boolean bare =
        plain == null
            || plain instanceof Boolean
            || plain instanceof Number
            || (plain instanceof String && !(value instanceof String || value instanceof byte[]));
    return bare ? String.valueOf(plain) : quoted(plain.toString());
  }

  private static String quoted(String text) {
    String escaped = text.replace("\\", "\\\\").replace("\"", "\\\"");
    return '"' + escaped + '"';
  }
}
