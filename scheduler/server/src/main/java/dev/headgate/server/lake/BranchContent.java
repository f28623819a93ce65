package dev.headgate.server.lake;

import dev.headgate.catalog.VersionedCatalog;
import dev.headgate.catalog.state.Entry;
import dev.headgate.catalog.state.Fork;
import dev.headgate.catalog.state.Kind;
import dev.headgate.catalog.view.LakeCatalog;
import dev.headgate.model.lake.BranchChange;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotSummary;
import org.apache.iceberg.catalog.TableIdentifier;

/** What a branch changes, with figures from the snapshots' summaries. */
final class BranchContent {
  private final VersionedCatalog catalog;

  BranchContent(VersionedCatalog catalog) {
    this.catalog = catalog;
  }

  List<BranchChange> changes(String branch) {
    LakeCatalog view = catalog.branch(branch);
    return catalog.changes(branch).stream()
        .filter(fork -> fork.kind() != Kind.NAMESPACE)
        .flatMap(fork -> change(view, fork).stream())
        .toList();
  }

  private static Optional<BranchChange> change(LakeCatalog view, Fork fork) {
    TableIdentifier table = fork.name().asIdentifier();
    Optional<Snapshot> snapshot =
        fork.now()
            .filter(e -> e.kind() == Kind.TABLE && e.snapshotId() != null)
            .map(e -> view.loadTable(table).currentSnapshot());
    return Names.dataset(table)
        .map(
            dataset ->
                new BranchChange(
                    dataset,
                    kind(fork),
                    snapshot.map(s -> OptionalLong.of(s.snapshotId())).orElse(OptionalLong.empty()),
                    snapshot.map(BranchContent::rows).orElse(OptionalLong.empty())));
  }

  private static BranchChange.Kind kind(Fork fork) {
    Optional<Entry> now = fork.now();
    if (now.isEmpty()) {
      return BranchChange.Kind.DROPPED;
    }
    return fork.base().isEmpty() ? BranchChange.Kind.CREATED : BranchChange.Kind.CHANGED;
  }

  /**
   * How many rows a snapshot has. Empty where its summary does not tell, and where delete files
   * are: one may hit rows that are gone already, or the same as another, so that how many are left
   * shows only in a scan.
   */
  static OptionalLong rows(Snapshot snapshot) {
    boolean deletes =
        Stream.of(
                SnapshotSummary.TOTAL_DELETE_FILES_PROP,
                SnapshotSummary.TOTAL_POS_DELETES_PROP,
                SnapshotSummary.TOTAL_EQ_DELETES_PROP)
            .anyMatch(name -> figure(snapshot, name).orElse(0) > 0);
    return deletes ? OptionalLong.empty() : figure(snapshot, SnapshotSummary.TOTAL_RECORDS_PROP);
  }

  private static OptionalLong figure(Snapshot snapshot, String name) {
    String text = snapshot.summary().get(name);
    return text != null && text.matches("[0-9]{1,18}")
        ? OptionalLong.of(Long.parseLong(text))
        : OptionalLong.empty();
  }
}
