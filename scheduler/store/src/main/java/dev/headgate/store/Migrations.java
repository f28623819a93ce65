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

  private Migrations() {}

  static void apply(DataSource database, Dialect dialect) {
    try {
      Flyway.configure(Migrations.class.getClassLoader())
          .dataSource(database)
          .locations(dialect.migrations().toArray(String[]::new))
          .table(HISTORY)
          .baselineOnMigrate(true)
          .baselineVersion("0")
          .baselineDescription("before the store of Headgate")
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw new HeadgateException(
          ErrorCode.EXTERNAL,
          "the store's tables could not be brought up to date (history in "
              + HISTORY
              + "): "
              + e.getMessage(),
          e);
    }
  }
}
