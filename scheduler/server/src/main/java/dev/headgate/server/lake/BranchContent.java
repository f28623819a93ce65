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

  static OptionalLong rows(Snapshot snapshot) {
    String total = snapshot.summary().get(SnapshotSummary.TOTAL_RECORDS_PROP);
    return total == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(total));
  }
}
