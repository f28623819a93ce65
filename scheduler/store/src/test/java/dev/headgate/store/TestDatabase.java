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
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** An empty database of its own, gone when closed. */
final class TestDatabase implements AutoCloseable {
  private final HikariDataSource pool;
  private final List<String> unlockAudit;
  private final Optional<Path> folder;

  private TestDatabase(String url, String user, List<String> unlockAudit, Optional<Path> folder) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setUsername(user);
    config.setMaximumPoolSize(12);
    config.setMinimumIdle(0);
    this.pool = new HikariDataSource(config);
    this.unlockAudit = unlockAudit;
    this.folder = folder;
  }

  static TestDatabase h2InMemory() {
    return new TestDatabase(
        "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1",
        "sa",
        List.of(),
        Optional.empty());
  }

  static TestDatabase h2File() {
    try {
      Path folder = Files.createTempDirectory("headgate-store");
      return new TestDatabase(
          "jdbc:h2:file:" + folder.resolve("db") + ";WRITE_DELAY=0",
          "sa",
          List.of(),
          Optional.of(folder));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static TestDatabase postgres(String url) {
    return new TestDatabase(
        url,
        "postgres",
        List.of("ALTER TABLE hg_audit DISABLE TRIGGER hg_audit_append_only"),
        Optional.empty());
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

  /** H2 closes a file when its last connection closes. */
  @Override
  public void close() {
    pool.close();
    folder.ifPresent(TestDatabase::delete);
  }

  private static void delete(Path folder) {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
