package dev.headgate.catalog;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Fresh, empty databases for tests: H2 files, and databases of one PostgreSQL a JVM. */
public final class Databases {
  private static EmbeddedPostgres postgres;

  private Databases() {}

  public static HikariDataSource h2(Path folder) {
    return pool("jdbc:h2:file:" + folder.resolve("lake") + ";WRITE_DELAY=0", "sa");
  }

  public static HikariDataSource h2InMemory() {
    return pool("jdbc:h2:mem:" + UUID.randomUUID(), "sa");
  }

  public static synchronized HikariDataSource postgres() {
    try {
      if (postgres == null) {
        postgres = EmbeddedPostgres.builder().setServerConfig("max_connections", "200").start();
      }
      String name = "t" + UUID.randomUUID().toString().replace("-", "");
      try (Connection connection = postgres.getPostgresDatabase().getConnection()) {
        Jdbi.create(connection).useHandle(h -> h.execute("CREATE DATABASE " + name));
      }
      return pool(postgres.getJdbcUrl("postgres", name), "postgres");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static HikariDataSource pool(String url, String user) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setUsername(user);
    config.setPassword("");
    config.setMaximumPoolSize(10);
    return new HikariDataSource(config);
  }
}
