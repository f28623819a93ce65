package dev.headgate.store;

import dev.headgate.model.ErrorCode;
import dev.headgate.model.HeadgateException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings the store's own tables, {@code hg_…}, up to date; all others are left alone. */
final class Migrations {
  static final String ROOT = "classpath:dev/headgate/store/migrations";
  static final String SHARED = ROOT + "/shared";

  private static final String HISTORY = "headgate_schema_history";
  private static final int TRIES = 5;

  private Migrations() {}

  /**
   * Migrates. Of two who open an empty database at once, one can meet the other's history table
   * half made and fail, so it looks again; what is wrong for good fails each time.
   */
  static void apply(DataSource database, Dialect dialect) {
    FlywayException last = null;
    for (int tries = 0; tries < TRIES; tries++) {
      if (tries > 0) {
        Retry.pause(tries);
      }
      try {
        flyway(database, dialect).migrate();
        return;
      } catch (FlywayException e) {
        last = e;
      }
    }
    throw new HeadgateException(
        ErrorCode.EXTERNAL,
        "the store's tables could not be brought up to date (history in "
            + HISTORY
            + "): "
            + last.getMessage(),
        last);
  }

  private static Flyway flyway(DataSource database, Dialect dialect) {
    return Flyway.configure(Migrations.class.getClassLoader())
        .dataSource(database)
        .locations(dialect.migrations().toArray(String[]::new))
        .table(HISTORY)
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .baselineDescription("before the store of Headgate")
        .load();
  }
}
