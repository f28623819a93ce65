package dev.headgate.store;

import dev.headgate.model.ErrorCode;
import dev.headgate.model.HeadgateException;
import dev.headgate.model.policy.Waiver;
import dev.headgate.model.store.WaiverStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** One row for each waiver; none is ever removed, and none is revoked twice. */
final class JdbcWaivers implements WaiverStore {
  private final Handle handle;

  JdbcWaivers(Handle handle) {
    this.handle = handle;
  }

  @Override
  public Waiver add(Waiver waiver) {
    return handle
        .createUpdate(
            "INSERT INTO hg_waiver (rule, scope, reason, actor, since, ends_at, renews, revoked_at)"
                + " VALUES (:rule, :scope, :reason, :actor, :since, :until, :renews, :revoked)")
        .bind("rule", waiver.rule())
        .bind("scope", waiver.scope())
        .bind("reason", waiver.reason())
        .bind("actor", waiver.actor())
        .bind("since", Micros.column(waiver.since()))
        .bind("until", Micros.column(waiver.until()))
        .bind("renews", waiver.renews().orElse(null))
        .bind("revoked", waiver.revoked().map(Micros::column).orElse(null))
        .executeAndReturnGeneratedKeys("id")
        .mapTo(Long.class)
        .findOne()
        .flatMap(this::find)
        .orElseThrow();
  }

  @Override
  public Optional<Waiver> find(long id) {
    return handle
        .createQuery("SELECT * FROM hg_waiver WHERE id = :id")
        .bind("id", id)
        .map((row, context) -> waiver(row))
        .findOne();
  }

  @Override
  public void revoke(long id, Instant at) {
    int touched =
        handle
            .createUpdate(
                "UPDATE hg_waiver SET revoked_at = COALESCE(revoked_at, :at) WHERE id = :id")
            .bind("at", Micros.column(at))
            .bind("id", id)
            .execute();
    if (touched == 0) {
      throw new HeadgateException(ErrorCode.NOT_FOUND, "there is no waiver " + id);
    }
  }

  @Override
  public List<Waiver> all() {
    return handle
        .createQuery("SELECT * FROM hg_waiver ORDER BY id")
        .map((row, context) -> waiver(row))
        .list();
  }

  private static Waiver waiver(ResultSet row) throws SQLException {
    return new Waiver(
        row.getLong("id"),
        row.getString("rule"),
        row.getString("scope"),
        row.getString("reason"),
        row.getString("actor"),
        Micros.read(row, "since"),
        Micros.read(row, "ends_at"),
        Optional.ofNullable(row.getObject("renews", Long.class)),
        Micros.readOptional(row, "revoked_at"));
  }
}
