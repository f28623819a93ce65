package dev.headgate.catalog.state;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** The head of main: takes instants and swaps pointers. */
final class MainPointers {
  private final Handle handle;

  MainPointers(Handle handle) {
    this.handle = handle;
  }

  /**
   * Locks the lake's row and returns the newest instant. Everything that changes main begins here.
   */
  long lock() {
    return handle
        .createQuery("SELECT lsn FROM lake WHERE id = 1 FOR UPDATE")
        .mapTo(Long.class)
        .one();
  }

  /**
   * Compares and swaps each pointer, as one new instant, which it returns. The lake's row must be
   * locked.
   */
  long swap(long newest, List<Change> changes, String cause, long nowMillis) {
    long lsn = newest + 1;
    MapView map = new InstantMap(handle, Positions.NEWEST);
    for (Change change : changes) {
      MapRules.checkUnchanged(map, change);
      MapRules.checkPlace(map, change);
      change.before().ifPresent(before -> close(change.name(), lsn));
      change.after().ifPresent(after -> insert(change.name(), after, lsn));
    }
    take(lsn, null, cause, nowMillis);
    return lsn;
  }

  /** Makes {@code lsn} the newest instant; {@code version} where it is a promotion. */
  void take(long lsn, Long version, String cause, long nowMillis) {
    int touched =
        handle
            .createUpdate(
                "UPDATE lake SET lsn = :lsn, version = COALESCE(:version, version) WHERE id = 1 AND lsn = :lsn - 1")
            .bind("lsn", lsn)
            .bind("version", version)
            .execute();
    if (touched != 1) {
      throw new IllegalStateException("instant " + lsn + " was taken without the lake's lock");
    }
    handle
        .createUpdate(
            "INSERT INTO lake_instant (lsn, at_millis, version, cause) VALUES (:lsn, :at, :version, :cause)")
        .bind("lsn", lsn)
        .bind("at", nowMillis)
        .bind("version", version)
        .bind("cause", cause)
        .execute();
  }

  private void close(Name name, long lsn) {
    int touched =
        handle
            .createUpdate(
                "UPDATE lake_pointer SET to_lsn = :lsn"
                    + " WHERE namespace = :namespace AND name = :name AND to_lsn = :open")
            .bind("lsn", lsn)
            .bind("namespace", name.namespace())
            .bind("name", name.name())
            .bind("open", Positions.OPEN)
            .execute();
    if (touched != 1) {
      throw new IllegalStateException("expected one pointer of " + name + ", swapped " + touched);
    }
  }

  private void insert(Name name, Entry entry, long lsn) {
    handle
        .createUpdate(
            "INSERT INTO lake_pointer (namespace, name, from_lsn, to_lsn, kind, object_id, state, snapshot_id, location)"
                + " VALUES (:namespace, :name, :lsn, :open, :kind, :objectId, :state, :snapshotId, :location)")
        .bind("namespace", name.namespace())
        .bind("name", name.name())
        .bind("lsn", lsn)
        .bind("open", Positions.OPEN)
        .bind("kind", entry.kind().name())
        .bindMethods(entry)
        .execute();
  }
}
