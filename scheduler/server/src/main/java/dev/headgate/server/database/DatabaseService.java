package dev.headgate.server.database;

import dev.headgate.server.lifecycle.Service;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;

/** The connection pool: tried once at start, closed last. */
final class DatabaseService implements Service {
  private static final int SECONDS = 10;

  private final DatabasePool pool;

  @Inject
  DatabaseService(DatabasePool pool) {
    this.pool = pool;
  }

  @Override
  public String name() {
    return "database";
  }

  @Override
  public void start() throws SQLException {
    try (Connection connection = pool.connections().getConnection()) {
      if (!connection.isValid(SECONDS)) {
        throw new SQLException("the database does not answer");
      }
    }
  }

  @Override
  public void stop() {
    pool.shutDown();
  }
}
