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

  /**
   * How many rows a snapshot has: its records less those that position deletes and deletion vectors
   * take away. Empty where its summary does not tell, and where there are equality deletes: how
   * many rows those hit shows only in a scan.
   */
  static OptionalLong rows(Snapshot snapshot) {
    OptionalLong records = figure(snapshot, SnapshotSummary.TOTAL_RECORDS_PROP);
    OptionalLong positions = deletes(snapshot, SnapshotSummary.TOTAL_POS_DELETES_PROP);
    OptionalLong equalities = deletes(snapshot, SnapshotSummary.TOTAL_EQ_DELETES_PROP);
    if (records.isEmpty() || positions.isEmpty() || !equalities.equals(OptionalLong.of(0))) {
      return OptionalLong.empty();
    }
    long rows = records.getAsLong() - positions.getAsLong();
    return rows < 0 ? OptionalLong.empty() : OptionalLong.of(rows);
  }

  /** Without a figure there are none only if there are no delete files. */
  private static OptionalLong deletes(Snapshot snapshot, String name) {
    OptionalLong told = figure(snapshot, name);
    boolean none = figure(snapshot, SnapshotSummary.TOTAL_DELETE_FILES_PROP).orElse(0) == 0;
    return told.isEmpty() && none ? OptionalLong.of(0) : told;
  }

  private static OptionalLong figure(Snapshot snapshot, String name) {
    String text = snapshot.summary().get(name);
    return text != null && text.matches("[0-9]{1,18}")
        ? OptionalLong.of(Long.parseLong(text))
        : OptionalLong.empty();
  }
}
