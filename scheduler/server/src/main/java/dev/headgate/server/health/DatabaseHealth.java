package dev.headgate.server.health;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Whether the database answers. */
final class DatabaseHealth implements HealthCheck {
  private static final int SECONDS = 3;

  private final DataSource database;

  @Inject
  DatabaseHealth(DataSource database) {
    this.database = database;
  }

  @Override
  public String name() {
    return "database";
  }

  @Override
  public Health check() {
    try (Connection connection = database.getConnection()) {
      boolean valid = connection.isValid(SECONDS);
      return new Health(valid, valid ? connection.getMetaData().getDatabaseProductName() : "mute");
    } catch (SQLException e) {
      return new Health(false, e.getMessage());
    }
  }
}
