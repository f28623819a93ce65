package dev.headgate.catalog.promotion;

import dev.headgate.catalog.file.Layout;
import dev.headgate.catalog.file.MetadataFiles;
import dev.headgate.catalog.state.Branch;
import dev.headgate.catalog.state.BranchSpec;
import dev.headgate.catalog.state.Change;
import dev.headgate.catalog.state.Entry;
import dev.headgate.catalog.state.Kind;
import dev.headgate.catalog.state.LakeState;
import dev.headgate.catalog.state.MapView;
import dev.headgate.catalog.state.Name;
import dev.headgate.catalog.state.Writer;
import dev.headgate.catalog.view.BranchView;
import dev.headgate.catalog.view.Guard;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.view.ViewMetadata;

/**
 * Makes branches that restore names to what they were at an instant; promoting one is the rollback.
 */
public final class Rollbacks {
  private final LakeState state;
  private final MetadataFiles files;
  private final Layout layout;

  public Rollbacks(LakeState state, MetadataFiles files, Layout layout) {
    this.state = state;
    this.files = files;
    this.layout = layout;
  }

  /**
   * Makes the branch at the newest instant, holding all that restores {@code names}: tables made
   * since are dropped, dropped ones come back. Repeatable: all changes are one commit on the
   * branch, so they are there, or not yet.
   */
  public Branch createBranch(String name, long toLsn, Set<Name> names) {
    Set<Name> scope = new TreeSet<>(names);
    names.forEach(n -> scope.add(n.container()));
    Branch branch = state.createBranch(BranchSpec.of(name, scope));
    if (branch.status() != Branch.Status.OPEN || branch.position() > 0) {
      return branch;
    }
    BranchView view = new BranchView(state, layout, branch, Writer.TRUSTED, Guard.NONE);
    List<Change> changes = changes(view, state.at(branch.baseLsn()), state.at(toLsn), scope);
    if (!changes.isEmpty()) {
      view.commit(changes, "restore", handle -> {});
    }
    return state.findBranch(name).orElseThrow();
  }

  private List<Change> changes(BranchView view, MapView now, MapView then, Set<Name> names) {
    List<Change> changes = new ArrayList<>();
    for (Name name : names) {
      Optional<Entry> current = now.find(name);
      Optional<Entry> target = then.find(name);
      if (name.isNamespace()) {
        if (current.isEmpty() && target.isPresent()) {
          changes.add(Change.create(name, target.get()));
        }
      } else if (!sameState(current, target)) {
        Optional<Entry> restored = target.map(t -> restored(view, name, current, t));
        changes.add(new Change(name, current, restored));
      }
    }
    return changes;
  }

  private static boolean sameState(Optional<Entry> current, Optional<Entry> target) {
    return current.isEmpty()
        ? target.isEmpty()
        : target.isPresent() && current.get().sameStateAs(target.get());
  }

  /** The same object is derived from what it is now; another one comes back as it was. */
  private Entry restored(BranchView view, Name name, Optional<Entry> current, Entry target) {
    boolean sameObject = current.filter(c -> c.objectId().equals(target.objectId())).isPresent();
    if (!sameObject) {
      return target;
    }
    return target.kind() == Kind.VIEW
        ? restoredView(view, current.get(), target)
        : restoredTable(view, name, current.get(), target);
  }

  private Entry restoredTable(BranchView view, Name name, Entry current, Entry target) {
    TableMetadata metadata =
        view.mark(
            name, RestoredMetadata.of(files.table(current.state()), files.table(target.state())));
    String folder = view.metadataFolder(metadata.uuid(), metadata.location());
    return new Entry(
        Kind.TABLE,
        metadata.uuid(),
        files.write(metadata, folder, MetadataFiles.version(current.state()) + 1),
        target.snapshotId(),
        metadata.location());
  }

  private Entry restoredView(BranchView view, Entry current, Entry target) {
    int version = files.view(target.state()).currentVersionId();
    ViewMetadata now = files.view(current.state());
    if (now.versions().stream().noneMatch(v -> v.versionId() == version)) {
      return target;
    }
    ViewMetadata metadata = ViewMetadata.buildFrom(now).setCurrentVersionId(version).build();
    String folder = view.metadataFolder(metadata.uuid(), metadata.location());
    return new Entry(
        Kind.VIEW,
        metadata.uuid(),
        files.write(metadata, folder, MetadataFiles.version(current.state()) + 1),
        null,
        metadata.location());
  }
}
