package dev.headgate.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/** The same database for all: an H2 file in which an acknowledged commit is on the disk. */
final class H2File implements AutoCloseable {
  static final String USER = "sa";
  private static final int CONNECTIONS = 8;
  private final HikariDataSource pool;

  H2File(Path folder) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url(folder));
    config.setUsername(USER);
    config.setPassword("");
    config.setMaximumPoolSize(CONNECTIONS);
    this.pool = new HikariDataSource(config);
  }

  static String url(Path folder) {
    return "jdbc:h2:file:" + folder.resolve("catalog") + ";WRITE_DELAY=0";
  }

  HikariDataSource pool() {
    return pool;
  }

  /** Two columns of one statement. */
  Map<String, String> map(String sql) {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      Map<String, String> map = new HashMap<>();
      while (rows.next()) {
        map.put(rows.getString(1), rows.getString(2));
      }
      return map;
    } catch (SQLException e) {
      throw new IllegalStateException("cannot ask: " + sql, e);
    }
  }

  @Override
  public void close() {
    pool.close();
  }
}
