package dev.headgate.plugins.checks.sql;

import dev.headgate.model.product.DatasetName;
import dev.headgate.spi.PluginException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;

/** Names and literals in SQL. */
public final class Sql {
  /** How many digits decimals have at most. */
  public static final int MOST_DIGITS = 38;

  private Sql() {}

  /** Any name as one quoted identifier. */
  public static String quoted(String name) {
    return "`" + name.replace("`", "``") + "`";
  }

  public static String quoted(DatasetName dataset) {
    return Arrays.stream(dataset.toString().split("\\.", -1))
        .map(Sql::quoted)
        .collect(Collectors.joining("."));
  }

  /** Any text as a literal; in Spark's a backslash begins an escape. */
  public static String literal(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }

  /** Exactly, where the engine's decimals have so many digits; else the nearest double. */
  public static String literal(BigDecimal number) {
    return isDecimal(number) ? stripped(number).toPlainString() : literal(number.doubleValue());
  }

  public static String literal(double number) {
    return Double.isInfinite(number)
        ? "CAST('" + (number > 0 ? "" : "-") + "Infinity' AS DOUBLE)"
        : number + "D";
  }

  public static String literal(float number) {
    return number + "F";
  }

  /** Whether a decimal of the engine can hold it. */
  public static boolean isDecimal(BigDecimal number) {
    BigDecimal stripped = stripped(number);
    int scale = Math.max(stripped.scale(), 0);
    return scale + Math.max(stripped.precision() - stripped.scale(), 0) <= MOST_DIGITS;
  }

  private static BigDecimal stripped(BigDecimal number) {
    return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
  }

  /** The conditions joined by {@code AND}; each must stand by itself. */
  public static String all(Collection<String> conditions) {
    return String.join(" AND ", conditions);
  }

  /** A count in a row. */
  public static long count(Object value) {
    if (value instanceof Number number) {
      return number.longValue();
    }
    throw new PluginException("a count came back that is no number; expected one");
  }
}
