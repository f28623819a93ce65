package dev.headgate.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** An empty database of its own, gone when closed. */
final class TestDatabase implements AutoCloseable {
  private final HikariDataSource pool;
  private final List<String> unlockAudit;

  private TestDatabase(String url, String user, List<String> unlockAudit) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setUsername(user);
    config.setMaximumPoolSize(12);
    config.setMinimumIdle(0);
    this.pool = new HikariDataSource(config);
    this.unlockAudit = unlockAudit;
  }

  static TestDatabase h2InMemory() {
    return new TestDatabase(
        "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", List.of());
  }

  static TestDatabase h2File() {
    try {
      Path folder = Files.createTempDirectory("headgate-store");
      return new TestDatabase(
          "jdbc:h2:file:" + folder.resolve("db") + ";WRITE_DELAY=0", "sa", List.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static TestDatabase postgres(String url) {
    return new TestDatabase(
        url, "postgres", List.of("ALTER TABLE hg_audit DISABLE TRIGGER hg_audit_append_only"));
  }

  DataSource source() {
    return pool;
  }

  /** Runs statements as someone would who goes round the store. */
  void tamper(String... statements) {
    unlockAudit.forEach(this::execute);
    for (String statement : statements) {
      execute(statement);
    }
  }

  void execute(String sql) {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  long count(String table) {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement();
        var row = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(table, e);
    }
  }

  @Override
  public void close() {
    pool.close();
  }
}
