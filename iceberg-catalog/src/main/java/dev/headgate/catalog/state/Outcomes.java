package dev.headgate.catalog.state;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** How promotions ended, one row for each branch, written in the promotion's own transaction. */
final class Outcomes {
  private final Handle handle;

  Outcomes(Handle handle) {
    this.handle = handle;
  }

  Optional<Promoted> find(String key) {
    return handle
        .createQuery(
            "SELECT lsn, version FROM lake_promotion WHERE promotion_key = :key AND outcome = 'PROMOTED'")
        .bind("key", key)
        .map((row, context) -> new Promoted(row.getLong("lsn"), row.getLong("version")))
        .findOne();
  }

  /** Replaces an ABORTED row: the transaction that it was written against is over. */
  void promoted(String key, Promoted promoted) {
    handle
        .createUpdate(
            "DELETE FROM lake_promotion WHERE promotion_key = :key AND outcome = 'ABORTED'")
        .bind("key", key)
        .execute();
    handle
        .createUpdate(
            "INSERT INTO lake_promotion (promotion_key, outcome, lsn, version)"
                + " VALUES (:key, 'PROMOTED', :lsn, :version)")
        .bind("key", key)
        .bind("lsn", promoted.lsn())
        .bind("version", promoted.version())
        .execute();
  }

  void aborted(String key) {
    boolean known =
        handle
                .createQuery("SELECT COUNT(*) FROM lake_promotion WHERE promotion_key = :key")
                .bind("key", key)
                .mapTo(Long.class)
                .one()
            > 0;
    if (!known) {
      handle
          .createUpdate(
              "INSERT INTO lake_promotion (promotion_key, outcome) VALUES (:key, 'ABORTED')")
          .bind("key", key)
          .execute();
    }
  }
}
