package dev.headgate.plugins.checks.sql;

import dev.headgate.model.product.DatasetName;
import dev.headgate.spi.PluginException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;

/** Names and literals in SQL. */
public final class Sql {
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

  public static String literal(BigDecimal number) {
    return number.toPlainString();
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
