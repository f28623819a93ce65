package dev.headgate.catalog.view;

import dev.headgate.catalog.state.Locations;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.TableMetadata;
import org.jdbi.v3.core.Handle;

/** What has to hold for a table's new metadata beside the compare-and-swap. */
final class TableCheck {
  private TableCheck() {}

  static Consumer<Handle> of(TableMetadata base, TableMetadata next, LakeView view) {
    boolean placedAnew = base == null || !base.location().equals(next.location());
    Set<Long> removed = removedSnapshots(base, next);
    return handle -> {
      if (placedAnew) {
        Locations.checkFree(handle, next.uuid(), next.location());
      }
      if (!removed.isEmpty()) {
        view.state().checkRemovable(handle, next.uuid(), removed, view.warehouse());
      }
    };
  }

  private static Set<Long> removedSnapshots(TableMetadata base, TableMetadata next) {
    if (base == null) {
      return Set.of();
    }
    return base.snapshots().stream()
        .map(Snapshot::snapshotId)
        .filter(id -> next.snapshot(id) == null)
        .collect(Collectors.toSet());
  }
}
