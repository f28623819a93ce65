package dev.headgate.catalog.torture;

import dev.headgate.catalog.state.Participant;
import dev.headgate.catalog.state.Promoted;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/**
 * The application's own table, written within promotions. It has no key, so that it would keep what
 * was done twice.
 */
final class AppReleases {
  private final Jdbi jdbi;

  AppReleases(DataSource dataSource) {
    this.jdbi = Jdbi.create(dataSource);
    jdbi.useHandle(
        handle ->
            handle.execute(
                "CREATE TABLE IF NOT EXISTS app_release"
                    + " (number BIGINT NOT NULL, version BIGINT NOT NULL, lsn BIGINT NOT NULL)"));
  }

  Participant recording(long number) {
    return (connection, promoted) -> {
      try (PreparedStatement insert =
          connection.prepareStatement(
              "INSERT INTO app_release (number, version, lsn) VALUES (?, ?, ?)")) {
        insert.setLong(1, number);
        insert.setLong(2, promoted.version());
        insert.setLong(3, promoted.lsn());
        insert.executeUpdate();
      } catch (SQLException e) {
        throw new IllegalStateException("cannot record release " + number, e);
      }
    };
  }

  /** What was recorded for a release; it fails if that is more than one row. */
  Optional<Promoted> find(long number) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT lsn, version FROM app_release WHERE number = :number")
                .bind("number", number)
                .map((row, context) -> new Promoted(row.getLong("lsn"), row.getLong("version")))
                .findOne());
  }
}
