package dev.headgate.store;

import dev.headgate.model.ErrorCode;
import dev.headgate.model.HeadgateException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

final class H2Dialect implements Dialect {
  @Override
  public List<String> migrations() {
    return List.of(Migrations.SHARED);
  }

  @Override
  public String nextReleaseId() {
    return "SELECT NEXT VALUE FOR hg_release_id";
  }

  /**
   * H2 acknowledges a commit before it is on disk unless {@code WRITE_DELAY} is 0; a database in
   * memory has nothing to lose.
   */
  @Override
  public void checkDurable(Connection connection) throws SQLException {
    String path = value(connection, "CALL DATABASE_PATH()");
    if (path == null) {
      return;
    }
    String delay =
        value(
            connection,
            "SELECT setting_value FROM INFORMATION_SCHEMA.SETTINGS"
                + " WHERE setting_name = 'WRITE_DELAY'");
    if (!"0".equals(delay)) {
      throw new HeadgateException(
          ErrorCode.INVALID_REQUEST,
          "the H2 database "
              + path
              + " has WRITE_DELAY="
              + delay
              + " and would lose commits that it acknowledged; expected ;WRITE_DELAY=0 in its JDBC URL");
    }
  }

  private static String value(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next() ? row.getString(1) : null;
    }
  }
}
