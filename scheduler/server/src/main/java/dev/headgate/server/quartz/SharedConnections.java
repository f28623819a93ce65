package dev.headgate.server.quartz;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.quartz.utils.ConnectionProvider;

/** The server's own connection pool, which Quartz neither opens nor closes. */
final class SharedConnections implements ConnectionProvider {
  private final DataSource database;

  SharedConnections(DataSource database) {
    this.database = database;
  }

  @Override
  public Connection getConnection() throws SQLException {
    return database.getConnection();
  }

  @Override
  public void initialize() {}

  @Override
  public void shutdown() {}
}
