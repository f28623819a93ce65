package dev.headgate.plugins.checks;

import dev.headgate.spi.CatalogAccess;
import dev.headgate.spi.PluginException;
import dev.headgate.spi.QueryEngine;
import dev.headgate.spi.QueryException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.Date;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A query engine over a database in memory, so that the checks' SQL really runs. */
final class JdbcQueries implements QueryEngine {
  private final Connection connection;
  private final List<String> asked = new ArrayList<>();
  private boolean away;

  JdbcQueries() throws SQLException {
    connection = DriverManager.getConnection("jdbc:h2:mem:;DATABASE_TO_UPPER=FALSE");
    execute(
        "CREATE DOMAIN STRING AS VARCHAR",
        "CREATE ALIAS array_distinct FOR 'dev.headgate.plugins.checks.H2Functions.distinct'");
  }

  void execute(String... statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** From now on it does not answer. */
  void away() {
    away = true;
  }

  /** The queries so far, as they were asked. */
  List<String> asked() {
    return asked;
  }

  @Override
  public Result query(CatalogAccess view, String sql, int maxRows, Duration timeout) {
    asked.add(sql);
    if (away) {
      throw new PluginException("nobody answers");
    }
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(SparkText.forH2(sql))) {
      int columns = found.getMetaData().getColumnCount();
      List<Column> names = new ArrayList<>();
      for (int i = 1; i <= columns; i++) {
        names.add(
            new Column(
                found.getMetaData().getColumnLabel(i), found.getMetaData().getColumnTypeName(i)));
      }
      List<List<Object>> rows = new ArrayList<>();
      boolean truncated = false;
      while (found.next()) {
        if (rows.size() == maxRows) {
          truncated = true;
          break;
        }
        List<Object> row = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
          row.add(plain(found.getObject(i)));
        }
        rows.add(row);
      }
      return new Result(names, rows, truncated);
    } catch (SQLException e) {
      throw new QueryException(e.getMessage(), "it failed", true, e);
    }
  }

  /** As the interface has values. */
  private static Object plain(Object value) throws SQLException {
    if (value instanceof Integer number) {
      return number.longValue();
    }
    if (value instanceof Date date) {
      return date.toLocalDate();
    }
    if (value instanceof Timestamp time) {
      return time.toLocalDateTime();
    }
    if (value instanceof OffsetDateTime time) {
      return time.toInstant();
    }
    return value instanceof Array array ? Arrays.toString((Object[]) array.getArray()) : value;
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new PluginException(e.getMessage(), e);
    }
  }
}
