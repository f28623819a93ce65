package dev.headgate.catalog.state;

import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Refuses databases that acknowledge a commit before it is safe. */
final class Durability {
  private static final String DELAY =
      "SELECT COALESCE(MAX(CAST(setting_value AS INT)), 500) FROM information_schema.settings WHERE setting_name = 'WRITE_DELAY'";

  private Durability() {}

  /**
   * H2 writes up to 500 ms later by default: a commit that was acknowledged could be lost by a
   * kill.
   */
  static void check(Jdbi jdbi) {
    jdbi.useHandle(
        handle -> {
          if (!isH2File(handle)) {
            return;
          }
          int delay = handle.createQuery(DELAY).mapTo(Integer.class).one();
          if (delay != 0) {
            throw new IllegalStateException(
                "H2 would lose acknowledged commits: WRITE_DELAY is "
                    + delay
                    + " ms, expected 0 (add ;WRITE_DELAY=0 to the database's URL)");
          }
        });
  }

  private static boolean isH2File(Handle handle) {
    try {
      DatabaseMetaData database = handle.getConnection().getMetaData();
      return database.getDatabaseProductName().equals("H2")
          && !database.getURL().startsWith("jdbc:h2:mem:");
    } catch (SQLException e) {
      throw new IllegalStateException("the database does not say what it is", e);
    }
  }
}
