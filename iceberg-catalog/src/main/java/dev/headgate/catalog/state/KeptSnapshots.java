package dev.headgate.catalog.state;

import java.util.List;
import java.util.Set;
import org.apache.iceberg.exceptions.ValidationException;
import org.jdbi.v3.core.Handle;

/** Snapshots that an instant shows which is still kept. */
public final class KeptSnapshots {
  private KeptSnapshots() {}

  /**
   * Refuses to take a snapshot out of a table's metadata while an instant that is kept shows it.
   */
  public static void checkRemovable(
      Handle handle, String objectId, Set<Long> removed, String warehouse) {
    List<Long> kept =
        handle
            .createQuery(
                "SELECT DISTINCT snapshot_id FROM lake_pointer WHERE object_id = :id AND snapshot_id IS NOT NULL")
            .bind("id", objectId)
            .mapTo(Long.class)
            .filter(removed::contains)
            .list();
    if (!kept.isEmpty()) {
      throw new ValidationException(
          "Cannot remove snapshots %s through %s: instants that are kept still show them",
          kept, warehouse);
    }
  }
}
