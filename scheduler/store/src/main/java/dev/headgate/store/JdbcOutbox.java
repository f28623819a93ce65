package dev.headgate.store;

import dev.headgate.model.store.Outbox;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Delivered events stay, with when that was, until they are purged. */
final class JdbcOutbox implements Outbox {
  private final Handle handle;
  private final Clock clock;

  JdbcOutbox(Handle handle, Clock clock) {
    this.handle = handle;
    this.clock = clock;
  }

  @Override
  public void add(Event event) {
    handle
        .createUpdate("INSERT INTO hg_outbox (tries, body) VALUES (0, :body)")
        .bind("body", ModelJson.write(event))
        .execute();
  }

  @Override
  public List<Pending> pending(int limit) {
    return handle
        .createQuery(
            "SELECT number, body, tries FROM hg_outbox WHERE delivered_at IS NULL"
                + " AND (not_before IS NULL OR not_before <= :now) ORDER BY number LIMIT :limit")
        .bind("now", Micros.column(clock.instant()))
        .bind("limit", limit)
        .map(
            (row, context) ->
                new Pending(
                    row.getLong("number"),
                    ModelJson.read(row.getString("body"), Event.class),
                    row.getInt("tries")))
        .list();
  }

  @Override
  public void delivered(long number) {
    handle
        .createUpdate(
            "UPDATE hg_outbox SET delivered_at = :now WHERE number = :number AND delivered_at IS NULL")
        .bind("now", Micros.column(clock.instant()))
        .bind("number", number)
        .execute();
  }

  @Override
  public void failed(long number, Instant notBefore, String error) {
    handle
        .createUpdate(
            "UPDATE hg_outbox SET tries = tries + 1, not_before = :notBefore, last_error = :error"
                + " WHERE number = :number AND delivered_at IS NULL")
        .bind("notBefore", Micros.column(notBefore))
        .bind("error", error)
        .bind("number", number)
        .execute();
  }

  static int purgeDelivered(Handle handle, Instant before) {
    return handle
        .createUpdate("DELETE FROM hg_outbox WHERE delivered_at < :before")
        .bind("before", Micros.column(before))
        .execute();
  }
}
