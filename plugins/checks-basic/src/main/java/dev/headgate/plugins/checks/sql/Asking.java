package dev.headgate.plugins.checks.sql;

import dev.headgate.spi.CatalogAccess;
import dev.headgate.spi.PluginException;
import dev.headgate.spi.QueryEngine;
import dev.headgate.spi.QueryException;
import java.time.Duration;
import java.util.List;

/**
 * Asks one view.
 *
 * @param timeout of each query
 */
public record Asking(QueryEngine queries, CatalogAccess view, Duration timeout) {
  /**
   * At most so many rows.
   *
   * @throws QueryException if the query is wrong, or the data does not allow it
   * @throws Unavailable if there is no answer for another reason
   */
  public QueryEngine.Result rows(String sql, int most) throws InterruptedException {
    try {
      return queries.query(view, sql, most, timeout);
    } catch (PluginException e) {
      if (e instanceof QueryException failure && failure.isLasting()) {
        throw e;
      }
      throw new Unavailable(e.getMessage(), e);
    }
  }

  /**
   * The only row of the answer.
   *
   * @throws PluginException if there is none or more, or not as many columns as expected
   */
  public List<Object> row(String sql, int columns) throws InterruptedException {
    QueryEngine.Result result = rows(sql, 2);
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

  /** What a table or subquery has as columns; no row is read. */
  public List<QueryEngine.Column> columns(String select, String from) throws InterruptedException {
    return rows("SELECT " + select + " FROM " + from + " WHERE 1 = 0", 1).columns();
  }
}
