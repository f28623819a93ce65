package dev.headgate.catalog.rest;

import dev.headgate.catalog.view.LakeCatalog;
import java.util.List;
import java.util.Optional;
import org.apache.iceberg.BaseTable;
import org.apache.iceberg.MetadataUpdate;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.UpdateRequirement;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.exceptions.NoSuchTableException;
import org.apache.iceberg.rest.requests.UpdateTableRequest;

/**
 * Recognizes a commit that was carried out before, when its answer was lost and the client repeats
 * it without a key: all that it would add is there.
 */
final class Replays {
  private Replays() {}

  static boolean happened(LakeCatalog catalog, TableIdentifier table, UpdateTableRequest request) {
    Optional<TableMetadata> current = find(catalog, table);
    if (current.isEmpty()) {
      return false;
    }
    List<Snapshot> added =
        request.updates().stream()
            .filter(MetadataUpdate.AddSnapshot.class::isInstance)
            .map(update -> ((MetadataUpdate.AddSnapshot) update).snapshot())
            .toList();
    boolean allThere = added.stream().allMatch(snapshot -> has(current.get(), snapshot));
    return allThere && (!added.isEmpty() || madeBy(request, current.get()));
  }

  private static boolean has(TableMetadata metadata, Snapshot snapshot) {
    Snapshot found = metadata.snapshot(snapshot.snapshotId());
    return found != null
        && java.util.Objects.equals(found.manifestListLocation(), snapshot.manifestListLocation());
  }

  /** A request that makes a table names the id that it is to have. */
  private static boolean madeBy(UpdateTableRequest request, TableMetadata current) {
    boolean creates =
        request.requirements().stream()
            .anyMatch(UpdateRequirement.AssertTableDoesNotExist.class::isInstance);
    return creates
        && request.updates().stream()
            .filter(MetadataUpdate.AssignUUID.class::isInstance)
            .anyMatch(update -> ((MetadataUpdate.AssignUUID) update).uuid().equals(current.uuid()));
  }

  private static Optional<TableMetadata> find(LakeCatalog catalog, TableIdentifier table) {
    try {
      return catalog.loadTable(table) instanceof BaseTable found
          ? Optional.of(found.operations().current())
          : Optional.empty();
    } catch (NoSuchTableException e) {
      return Optional.empty();
    }
  }
}
