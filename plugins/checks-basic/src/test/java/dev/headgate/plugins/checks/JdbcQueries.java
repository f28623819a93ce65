package dev.headgate.plugins.checks;

import dev.headgate.spi.CatalogAccess;
import dev.headgate.spi.PluginException;
import dev.headgate.spi.QueryEngine;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A query engine over a database in memory, so that the checks' SQL really runs. */
final class JdbcQueries implements QueryEngine {
  private final Connection connection;
  private final List<String> asked = new ArrayList<>();

  JdbcQueries() throws SQLException {
    connection = DriverManager.getConnection("jdbc:h2:mem:;DATABASE_TO_UPPER=FALSE");
  }

  void execute(String... statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  List<String> asked() {
    return asked;
  }

  @Override
  public Result query(CatalogAccess view, String sql, int maxRows, Duration timeout) {
    asked.add(sql);
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(sql)) {
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
          row.add(found.getObject(i));
        }
        rows.add(row);
      }
      return new Result(names, rows, truncated);
    } catch (SQLException e) {
      throw new PluginException(e.getMessage(), e);
    }
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
