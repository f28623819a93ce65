package dev.headgate.catalog.state;

import java.util.List;
import org.apache.iceberg.exceptions.ValidationException;
import org.jdbi.v3.core.Handle;

/**
 * One table, one name: what a client registers, or makes with an id of its choice, must not be a
 * table that exists elsewhere in the lake.
 */
public final class Ownership {
  /** Where main shows it now, or the branch by its base; a name that the branch dropped is free. */
  private static final String IN_MAIN =
      "SELECT p.namespace, p.name FROM lake_pointer p WHERE p.object_id = :id"
          + " AND (p.to_lsn = :open OR EXISTS (SELECT 1 FROM lake_branch b WHERE b.name = :warehouse"
          + "   AND p.from_lsn <= b.base_lsn AND p.to_lsn > b.base_lsn))"
          + " AND NOT EXISTS (SELECT 1 FROM lake_fork f JOIN lake_branch b ON b.id = f.branch_id"
          + "   WHERE b.name = :warehouse AND f.to_position = :open AND f.state IS NULL"
          + "   AND f.namespace = p.namespace AND f.name = p.name)";

  /** Where this branch shows it, or another that made it. */
  private static final String ON_BRANCHES =
      "SELECT f.namespace, f.name FROM lake_fork f JOIN lake_branch b ON b.id = f.branch_id"
          + " WHERE f.object_id = :id AND b.status IN ('OPEN', 'FROZEN') AND f.to_position = :open"
          + " AND f.state IS NOT NULL AND (b.name = :warehouse"
          + "   OR f.base_object_id IS NULL OR f.base_object_id <> :id)";

  private Ownership() {}

  /** Refuses changes that would give an object a second name; the view's lock is held. */
  public static void check(Handle handle, String warehouse, List<Change> changes) {
    for (Change change : changes) {
      if (change.after().isPresent() && !change.name().isNamespace()) {
        String id = change.after().get().objectId();
        boolean known =
            changes.stream()
                .flatMap(c -> c.before().stream())
                .anyMatch(before -> before.objectId().equals(id));
        if (!known) {
          check(handle, warehouse, change.name(), id);
        }
      }
    }
  }

  private static void check(Handle handle, String warehouse, Name name, String id) {
    handle
        .createQuery(IN_MAIN + " UNION ALL " + ON_BRANCHES)
        .bind("id", id)
        .bind("open", Positions.OPEN)
        .bind("warehouse", warehouse)
        .map((row, context) -> new Name(row.getString("namespace"), row.getString("name")))
        .list()
        .stream()
        .filter(owner -> !owner.equals(name))
        .findFirst()
        .ifPresent(
            owner -> {
              throw new ValidationException(
                  "Cannot make %s of metadata that belongs to %s: each table is one of its own (id %s)",
                  name, owner, id);
            });
  }
}
