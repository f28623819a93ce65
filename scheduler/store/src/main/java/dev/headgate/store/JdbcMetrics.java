package dev.headgate.store;

import dev.headgate.model.product.DatasetName;
import dev.headgate.model.store.MetricStore;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Newest is what was measured last, and of one moment what was added last. */
final class JdbcMetrics implements MetricStore {
  private final Handle handle;

  JdbcMetrics(Handle handle) {
    this.handle = handle;
  }

  @Override
  public void put(Measurement measurement) {
    Writes.put(
        handle,
        () ->
            write(
                measurement,
                """
                UPDATE hg_metric SET release_id = :release, measured = :value, exact = :exact,
                  measured_at = :at
                WHERE dataset = :dataset AND rule = :rule AND definition = :definition
                  AND snapshot = :snapshot
                """),
        () ->
            write(
                measurement,
                """
                INSERT INTO hg_metric (dataset, rule, definition, snapshot, release_id, measured,
                  exact, measured_at)
                VALUES (:dataset, :rule, :definition, :snapshot, :release, :value, :exact, :at)
                """));
  }

  private int write(Measurement measurement, String sql) {
    return handle
        .createUpdate(sql)
        .bind("dataset", measurement.dataset().toString())
        .bind("rule", measurement.rule())
        .bind("definition", measurement.definition())
        .bind("snapshot", measurement.snapshot())
        .bind("release", measurement.release())
        .bind("value", measurement.value().toString())
        .bind("exact", measurement.exact())
        .bind("at", Micros.column(measurement.at()))
        .execute();
  }

  @Override
  public List<Measurement> history(DatasetName dataset, String rule, int limit) {
    return handle
        .createQuery(
            "SELECT * FROM hg_metric WHERE dataset = :dataset AND rule = :rule"
                + " ORDER BY measured_at DESC, number DESC LIMIT :limit")
        .bind("dataset", dataset.toString())
        .bind("rule", rule)
        .bind("limit", limit)
        .map((row, context) -> measurement(row))
        .list();
  }

  @Override
  public Optional<Measurement> find(DatasetName dataset, String definition, long snapshot) {
    return handle
        .createQuery(
            "SELECT * FROM hg_metric WHERE dataset = :dataset AND definition = :definition"
                + " AND snapshot = :snapshot ORDER BY measured_at DESC, number DESC LIMIT 1")
        .bind("dataset", dataset.toString())
        .bind("definition", definition)
        .bind("snapshot", snapshot)
        .map((row, context) -> measurement(row))
        .findOne();
  }

  @Override
  public int purge(Instant before) {
    return handle
        .createUpdate(
            """
            DELETE FROM hg_metric WHERE number IN (
              SELECT old.number FROM hg_metric old
              WHERE old.measured_at < :before AND EXISTS (
                SELECT 1 FROM hg_metric newer
                WHERE newer.dataset = old.dataset AND newer.rule = old.rule
                  AND (newer.measured_at > old.measured_at
                    OR newer.measured_at = old.measured_at AND newer.number > old.number)))
            """)
        .bind("before", Micros.column(before))
        .execute();
  }

  private static Measurement measurement(ResultSet row) throws SQLException {
    return new Measurement(
        DatasetName.parse(row.getString("dataset")),
        row.getString("rule"),
        row.getString("definition"),
        row.getLong("snapshot"),
        row.getLong("release_id"),
        new BigDecimal(row.getString("measured")),
        row.getBoolean("exact"),
        Micros.read(row, "measured_at"));
  }
}
