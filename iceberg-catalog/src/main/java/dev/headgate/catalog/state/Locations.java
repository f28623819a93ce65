package dev.headgate.catalog.state;

import org.apache.iceberg.exceptions.ValidationException;
import org.jdbi.v3.core.Handle;

/** Whose folder is whose. */
public final class Locations {
  private Locations() {}

  /** Refuses a location that is, holds, or lies in that of another table or view that exists. */
  public static void checkFree(Handle handle, String objectId, String location) {
    String folder = location.endsWith("/") ? location : location + "/";
    handle
        .createQuery(
            "SELECT namespace, name FROM lake_pointer WHERE to_lsn = :open AND object_id <> :id AND location IS NOT NULL"
                + " AND (LEFT(:folder, LENGTH(location) + 1) = location || '/'"
                + " OR LEFT(location, LENGTH(:folder)) = :folder)"
                + " FETCH FIRST 1 ROWS ONLY")
        .bind("open", Positions.OPEN)
        .bind("id", objectId)
        .bind("folder", folder)
        .map((row, context) -> new Name(row.getString("namespace"), row.getString("name")))
        .findOne()
        .ifPresent(
            owner -> {
              throw new ValidationException(
                  "Location %s overlaps with that of %s: each table needs a folder of its own",
                  location, owner);
            });
  }
}
