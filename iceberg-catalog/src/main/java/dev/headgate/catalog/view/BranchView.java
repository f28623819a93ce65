package dev.headgate.catalog.view;

import dev.headgate.catalog.file.Layout;
import dev.headgate.catalog.state.Branch;
import dev.headgate.catalog.state.Change;
import dev.headgate.catalog.state.Entry;
import dev.headgate.catalog.state.LakeState;
import dev.headgate.catalog.state.MapView;
import dev.headgate.catalog.state.Name;
import dev.headgate.catalog.state.Writer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotRef;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.view.ViewMetadata;
import org.jdbi.v3.core.Handle;

/**
 * A branch. In its tables, {@code main} is the branch's head, so that plain SQL works; an Iceberg
 * branch named after it moves with that head, and the tag {@code published} marks what it started
 * from, so that the two can be compared in SQL.
 */
public final class BranchView implements LakeView {
  /** The tag on what a forked table started from. */
  public static final String PUBLISHED = "published";

  private final LakeState state;
  private final Layout layout;
  private final Branch branch;
  private final Writer writer;
  private final Guard guard;

  public BranchView(LakeState state, Layout layout, Branch branch, Writer writer, Guard guard) {
    this.state = state;
    this.layout = layout;
    this.branch = branch;
    this.writer = writer;
    this.guard = guard;
  }

  @Override
  public String warehouse() {
    return branch.name();
  }

  @Override
  public LakeState state() {
    return state;
  }

  @Override
  public MapView map() {
    return state.branch(branch.name());
  }

  @Override
  public void commit(List<Change> changes, String cause, Consumer<Handle> check) {
    state.commitToBranch(branch.name(), writer, changes, check);
  }

  @Override
  public void checkMayWrite(Name name) {
    state.checkInScope(branch, writer, name);
  }

  @Override
  public Map<String, String> served(Name name, String objectId) {
    String area = layout.branchArea(branch.name(), objectId);
    Map<String, String> paths =
        Map.of("write.data.path", area + "/data", "write.metadata.path", area + "/metadata");
    return isOwnInSandbox(objectId) ? paths : Reserved.withoutClientDeletes(paths);
  }

  /**
   * A table that a sandbox made for itself: nobody else refers to its files, and it is never
   * promoted. By its id: one of main's that was renamed or registered here is none.
   */
  private boolean isOwnInSandbox(String objectId) {
    return branch.isSandbox() && !state.everInMain(objectId);
  }

  @Override
  public boolean showsMain(Name name, Entry entry) {
    return state.at(branch.baseLsn()).find(name).filter(entry::sameStateAs).isPresent();
  }

  @Override
  public String metadataFolder(String objectId, String location) {
    return layout.branchArea(branch.name(), objectId) + "/metadata";
  }

  @Override
  public TableMetadata mark(Name name, TableMetadata metadata) {
    TableMetadata.Builder builder = TableMetadata.buildFrom(metadata);
    if (metadata.currentSnapshot() == null) {
      builder.removeRef(branch.refName());
    } else {
      long head = metadata.currentSnapshot().snapshotId();
      builder.setRef(branch.refName(), SnapshotRef.branchBuilder(head).build());
    }
    publishedSnapshot(name, metadata)
        .ifPresent(id -> builder.setRef(PUBLISHED, SnapshotRef.tagBuilder(id).build()));
    return builder.build();
  }

  private Optional<Long> publishedSnapshot(Name name, TableMetadata metadata) {
    return state
        .at(branch.baseLsn())
        .find(name)
        .filter(base -> base.objectId().equals(metadata.uuid()))
        .map(Entry::snapshotId)
        .filter(id -> metadata.snapshot(id) != null);
  }

  @Override
  public void guard(Name name, Optional<TableMetadata> before, TableMetadata after) {
    Schema columns = before.map(TableMetadata::schema).orElseGet(Schema::new);
    guard.check(branch.name(), name.asIdentifier(), columns, after, hasNewData(before, after));
  }

  @Override
  public void guardView(Name name, Optional<ViewMetadata> before, ViewMetadata after) {
    Schema columns = before.map(ViewMetadata::schema).orElseGet(Schema::new);
    boolean newVersion =
        before.filter(b -> b.currentVersion().equals(after.currentVersion())).isEmpty();
    guard.checkView(branch.name(), name.asIdentifier(), columns, after, newVersion);
  }

  private static boolean hasNewData(Optional<TableMetadata> before, TableMetadata after) {
    Snapshot snapshot = after.currentSnapshot();
    return snapshot != null
        && before
            .map(TableMetadata::currentSnapshot)
            .filter(shown -> shown.snapshotId() == snapshot.snapshotId())
            .isEmpty();
  }

  @Override
  public boolean happened(Name name, String metadata) {
    return state.happenedOnBranch(branch.name(), name, metadata);
  }
}
