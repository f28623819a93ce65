package dev.headgate.catalog.state;

import java.util.List;
import java.util.Set;
import org.apache.iceberg.exceptions.ValidationException;
import org.jdbi.v3.core.Handle;

/**
 * Which instants are kept: every lake version, what live branches start at, and what main was at
 * any time since a cutoff, because someone may have pinned it then.
 */
final class KeptInstants {
  private static final String VERSIONS_AND_BASES =
      " EXISTS (SELECT 1 FROM lake_instant i WHERE i.version > 0"
          + " AND i.lsn >= p.from_lsn AND i.lsn < p.to_lsn)"
          + " OR EXISTS (SELECT 1 FROM lake_branch b WHERE b.status IN ('OPEN', 'FROZEN')"
          + " AND b.base_lsn >= p.from_lsn AND b.base_lsn < p.to_lsn)";

  private final Handle handle;
  private final long cutoffMillis;

  KeptInstants(Handle handle, long cutoffMillis) {
    this.handle = handle;
    this.cutoffMillis = cutoffMillis;
  }

  /** The instant that main showed at the cutoff. */
  long cutoff() {
    return handle
        .createQuery("SELECT COALESCE(MAX(lsn), 0) FROM lake_instant WHERE at_millis <= :cutoff")
        .bind("cutoff", cutoffMillis)
        .mapTo(Long.class)
        .one();
  }

  boolean isKept(long lsn) {
    return lsn >= cutoff()
        || handle
            .createQuery(
                "SELECT version FROM lake_instant WHERE lsn = :lsn AND version IS NOT NULL")
            .bind("lsn", lsn)
            .mapTo(Long.class)
            .findOne()
            .isPresent();
  }

  /** Whether a lake version, or what a live branch starts at, shows this object. */
  boolean isInUse(String objectId) {
    return handle
            .createQuery(
                "SELECT COUNT(*) FROM lake_pointer p WHERE p.object_id = :id AND ("
                    + VERSIONS_AND_BASES
                    + ")")
            .bind("id", objectId)
            .mapTo(Long.class)
            .one()
        > 0;
  }

  /**
   * Refuses if a kept instant shows one of the removed snapshots.
   *
   * @param since whether what main was since the cutoff counts
   */
  void checkRemovable(String objectId, Set<Long> removed, String warehouse, boolean since) {
    List<Long> kept =
        handle
            .createQuery(
                "SELECT DISTINCT p.snapshot_id FROM lake_pointer p"
                    + " WHERE p.object_id = :id AND p.snapshot_id IS NOT NULL"
                    + " AND ((:since AND p.to_lsn > :cutoff) OR "
                    + VERSIONS_AND_BASES
                    + ")")
            .bind("id", objectId)
            .bind("since", since)
            .bind("cutoff", cutoff())
            .mapTo(Long.class)
            .filter(removed::contains)
            .list();
    if (!kept.isEmpty()) {
      throw new ValidationException(
          "Cannot remove snapshots %s through %s: instants of the lake that are kept still show them",
          kept, warehouse);
    }
  }
}
