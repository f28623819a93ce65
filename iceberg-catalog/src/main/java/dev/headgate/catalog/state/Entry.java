package dev.headgate.catalog.state;

import java.util.Objects;

/**
 * The exact state that a name has.
 *
 * @param objectId the UUID of the table, view or namespace: dropped and made again is another one
 * @param state the location of the (immutable) metadata file; for a namespace its properties as
 *     canonical JSON
 * @param snapshotId a table's current snapshot; null where there is none
 * @param location a table's or view's base location; null for a namespace
 */
public record Entry(Kind kind, String objectId, String state, Long snapshotId, String location) {
  public Entry {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(objectId, "objectId");
    Objects.requireNonNull(state, "state");
  }

  /** Whether it is the same object in the same state. */
  public boolean sameStateAs(Entry other) {
    return other != null && objectId.equals(other.objectId) && state.equals(other.state);
  }
}
