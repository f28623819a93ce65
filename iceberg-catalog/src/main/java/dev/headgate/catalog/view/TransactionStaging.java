package dev.headgate.catalog.view;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.iceberg.MetadataUpdate;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.catalog.TableCommit;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.exceptions.NoSuchTableException;

/** Writes the metadata of every table of a multi-table commit, so that one swap is left to do. */
final class TransactionStaging {
  private final Function<TableIdentifier, LakeTableOperations> operations;

  TransactionStaging(Function<TableIdentifier, LakeTableOperations> operations) {
    this.operations = operations;
  }

  /** All, or an exception with nothing left behind. */
  List<Staged> stage(List<TableCommit> commits) {
    if (commits.stream().map(TableCommit::identifier).distinct().count() < commits.size()) {
      throw new IllegalArgumentException("Each table may occur once in a transaction");
    }
    List<Staged> staged = new ArrayList<>();
    try {
      for (TableCommit commit : commits) {
        stage(commit).ifPresent(staged::add);
      }
      return staged;
    } catch (RuntimeException e) {
      staged.forEach(Staged::undo);
      throw e;
    }
  }

  private java.util.Optional<Staged> stage(TableCommit commit) {
    LakeTableOperations table = operations.apply(commit.identifier());
    TableMetadata base = table.current();
    commit.requirements().forEach(requirement -> requirement.validate(base));
    boolean creates =
        commit.requirements().stream()
            .anyMatch(
                org.apache.iceberg.UpdateRequirement.AssertTableDoesNotExist.class::isInstance);
    if (base == null && !creates) {
      throw new NoSuchTableException("Table does not exist: %s", commit.identifier());
    }
    TableMetadata.Builder builder =
        base == null ? fromNothing(commit) : TableMetadata.buildFrom(base);
    commit.updates().forEach(update -> update.applyTo(builder));
    TableMetadata next = builder.build();
    return next.changes().isEmpty()
        ? java.util.Optional.empty()
        : java.util.Optional.of(table.stage(base, next));
  }

  /** A new table has the format version that its writer asks for; else Iceberg's default. */
  private static TableMetadata.Builder fromNothing(TableCommit commit) {
    return commit.updates().stream()
        .filter(MetadataUpdate.UpgradeFormatVersion.class::isInstance)
        .map(update -> ((MetadataUpdate.UpgradeFormatVersion) update).formatVersion())
        .findFirst()
        .map(TableMetadata::buildFromEmpty)
        .orElseGet(TableMetadata::buildFromEmpty);
  }
}
