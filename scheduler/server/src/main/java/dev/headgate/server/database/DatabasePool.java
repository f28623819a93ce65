package dev.headgate.server.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.headgate.server.config.DatabaseConfig;
import javax.sql.DataSource;

/** The connections that everything shares. */
final class DatabasePool {
  private static final long WAIT_MILLIS = 15_000;

  private final HikariDataSource connections;

  DatabasePool(DatabaseConfig config, String url, String user, String password) {
    HikariConfig hikari = new HikariConfig();
    hikari.setPoolName("headgate");
    hikari.setJdbcUrl(url);
    hikari.setUsername(user);
    hikari.setPassword(password);
    hikari.setMaximumPoolSize(config.poolSize());
    hikari.setMinimumIdle(2);
    hikari.setConnectionTimeout(WAIT_MILLIS);
    hikari.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    this.connections = new HikariDataSource(hikari);
  }

  DataSource connections() {
    return connections;
  }

  void shutDown() {
    connections.close();
  }
}
