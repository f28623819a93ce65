package dev.headgate.store;

import dev.headgate.model.product.DatasetName;
import dev.headgate.model.store.BreachStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * A breach that lasts claims its dataset and property in a unique index, so that two who notice it
 * at once open one; nulls never collide.
 */
final class JdbcBreaches implements BreachStore {
  private final Handle handle;

  JdbcBreaches(Handle handle) {
    this.handle = handle;
  }

  @Override
  public boolean open(DatasetName dataset, String property, String message, Instant at) {
    return Writes.unlessTaken(
            handle,
            () ->
                handle
                    .createUpdate(
                        "INSERT INTO hg_breach (dataset, property, message, since, open_dataset)"
                            + " VALUES (:dataset, :property, :message, :at, :dataset)")
                    .bind("dataset", dataset.toString())
                    .bind("property", property)
                    .bind("message", message)
                    .bind("at", Micros.column(at))
                    .execute())
        .isPresent();
  }

  @Override
  public boolean close(DatasetName dataset, String property, Instant at) {
    return handle
            .createUpdate(
                "UPDATE hg_breach SET ended_at = :at, open_dataset = NULL"
                    + " WHERE open_dataset = :dataset AND property = :property")
            .bind("dataset", dataset.toString())
            .bind("property", property)
            .bind("at", Micros.column(at))
            .execute()
        > 0;
  }

  @Override
  public List<Breach> of(DatasetName dataset, int limit) {
    return handle
        .createQuery(
            "SELECT * FROM hg_breach WHERE dataset = :dataset ORDER BY number DESC LIMIT :limit")
        .bind("dataset", dataset.toString())
        .bind("limit", limit)
        .map((row, context) -> breach(row))
        .list();
  }

  @Override
  public List<Breach> open() {
    return handle
        .createQuery("SELECT * FROM hg_breach WHERE open_dataset IS NOT NULL ORDER BY number")
        .map((row, context) -> breach(row))
        .list();
  }

  @Override
  public boolean noteOnce(DatasetName dataset, String note, Instant at) {
    return Writes.unlessTaken(
            handle,
            () ->
                handle
                    .createUpdate(
                        "INSERT INTO hg_notice (dataset, note, noted_at)"
                            + " VALUES (:dataset, :note, :at)")
                    .bind("dataset", dataset.toString())
                    .bind("note", note)
                    .bind("at", Micros.column(at))
                    .execute())
        .isPresent();
  }

  private static Breach breach(ResultSet row) throws SQLException {
    return new Breach(
        DatasetName.parse(row.getString("dataset")),
        row.getString("property"),
        row.getString("message"),
        Micros.read(row, "since"),
        Micros.readOptional(row, "ended_at"));
  }
}
