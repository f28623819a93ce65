package dev.headgate.plugins.checks;

import dev.headgate.model.product.DatasetName;
import dev.headgate.spi.PluginException;
import dev.headgate.spi.QueryEngine;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Names in SQL, and queries that answer with one row. */
final class Sql {
  private Sql() {}

  /** Any name as one quoted identifier. */
  static String quoted(String name) {
    return "`" + name.replace("`", "``") + "`";
  }

  static String quoted(DatasetName dataset) {
    return Arrays.stream(dataset.toString().split("\\.", -1))
        .map(Sql::quoted)
        .collect(Collectors.joining("."));
  }

  /**
   * The only row of the answer.
   *
   * @throws PluginException if there is none or more, or not as many columns as expected
   */
  static List<Object> row(One request, String sql, int columns) throws InterruptedException {
    QueryEngine.Result result = request.queries().query(request.view(), sql, 2, request.timeout());
    int rows = result.rows().size();
    if (rows != 1 || result.truncated()) {
      throw new PluginException(
          "the query returned "
              + (rows == 0 ? "no row" : "more than one row")
              + ", expected exactly one: "
              + sql);
    }
    List<Object> row = result.rows().get(0);
    if (row.size() != columns) {
      throw new PluginException(
          "the query returned " + row.size() + " columns, expected " + columns + ": " + sql);
    }
    return row;
  }

  /** A count in a row. */
  static long count(Object value) {
    if (value instanceof Number number) {
      return number.longValue();
    }
    throw new PluginException("a count came back as '" + value + "', expected a number");
  }
}
