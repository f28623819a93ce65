package dev.headgate.catalog.view;

import dev.headgate.catalog.file.MetadataFiles;
import dev.headgate.catalog.state.Change;
import dev.headgate.catalog.state.Entry;
import dev.headgate.catalog.state.Kind;
import dev.headgate.catalog.state.Name;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.iceberg.LocationProviders;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.TableOperations;
import org.apache.iceberg.exceptions.AlreadyExistsException;
import org.apache.iceberg.exceptions.CommitFailedException;
import org.apache.iceberg.exceptions.NoSuchTableException;
import org.apache.iceberg.io.FileIO;
import org.apache.iceberg.io.LocationProvider;

/** One table through one view. Not thread-safe, like all table operations of Iceberg. */
final class LakeTableOperations implements TableOperations {
  private final LakeView view;
  private final MetadataFiles files;
  private final Labels labels;
  private final Name name;
  private boolean loaded;
  private Optional<Entry> entry = Optional.empty();
  private TableMetadata served;

  LakeTableOperations(LakeView view, MetadataFiles files, Labels labels, Name name) {
    this.view = view;
    this.files = files;
    this.labels = labels;
    this.name = name;
  }

  @Override
  public TableMetadata current() {
    return loaded ? served : refresh();
  }

  @Override
  public TableMetadata refresh() {
    boolean wasThere = loaded && served != null;
    Optional<Entry> found = view.map().find(name).filter(e -> e.kind() == Kind.TABLE);
    if (found.isEmpty() && wasThere) {
      served = null;
      entry = found;
      throw new NoSuchTableException("Table does not exist: %s", name);
    }
    if (!loaded
        || found.isPresent() != entry.isPresent()
        || found.filter(this::isCurrent).isEmpty()) {
      served = found.map(this::serve).orElse(null);
    }
    entry = found;
    loaded = true;
    return served;
  }

  private boolean isCurrent(Entry found) {
    return served != null && entry.filter(found::sameStateAs).isPresent();
  }

  private TableMetadata serve(Entry found) {
    Map<String, String> overlay = new TreeMap<>(view.served(name, found.objectId()));
    Map<String, String> told = labels.of(name);
    if (!told.isEmpty() && view.showsMain(name, found)) {
      overlay.putAll(told);
    }
    return Serving.with(files.existingTable(found.state()), overlay);
  }

  @Override
  public void commit(TableMetadata base, TableMetadata metadata) {
    if (base == metadata && base != null) {
      return;
    }
    Staged staged = stage(base, metadata);
    try {
      Commits.commit(view, List.of(staged), "commit to " + name);
    } finally {
      loaded = false;
    }
  }

  /** Checks and writes the metadata file, so that only the swap is left to do. */
  Staged stage(TableMetadata base, TableMetadata metadata) {
    if (base != current()) {
      if (base != null) {
        throw new CommitFailedException("Cannot commit to table %s: stale metadata", name);
      }
      throw new AlreadyExistsException("Table already exists: %s", name);
    }
    if (entry.isEmpty()) {
      checkFree();
    }
    TableMetadata written = prepare(metadata);
    view.guard(name, Optional.ofNullable(base), written);
    boolean registered = metadata.metadataFileLocation() != null;
    String location =
        registered
            ? metadata.metadataFileLocation()
            : files.write(written, folder(written), nextVersion());
    Snapshot snapshot = written.currentSnapshot();
    Entry after =
        new Entry(
            Kind.TABLE,
            written.uuid(),
            location,
            snapshot == null ? null : snapshot.snapshotId(),
            written.location());
    return new Staged(
        new Change(name, entry, Optional.of(after)),
        TableCheck.of(base, written, view),
        registered ? Optional.empty() : Optional.of(location),
        files.io());
  }

  private void checkFree() {
    view.map()
        .find(name)
        .ifPresent(
            other -> {
              throw new AlreadyExistsException(
                  "%s already exists: %s",
                  other.kind() == Kind.VIEW ? "View with same name" : "Table", name);
            });
  }

  private TableMetadata prepare(TableMetadata metadata) {
    if (metadata.metadataFileLocation() != null) {
      return metadata; // registered as it is
    }
    TableMetadata identified =
        metadata.uuid() != null ? metadata : TableMetadata.buildFrom(metadata).assignUUID().build();
    Map<String, String> overlay = view.served(name, identified.uuid());
    if (overlay.isEmpty() && identified.properties().keySet().stream().noneMatch(Labels::is)) {
      return identified;
    }
    Map<String, String> stored =
        entry.map(e -> files.table(e.state()).properties()).orElse(Map.of());
    return view.mark(name, Serving.strip(identified, stored, overlay));
  }

  private String folder(TableMetadata metadata) {
    return view.metadataFolder(metadata.uuid(), metadata.location());
  }

  private int nextVersion() {
    return entry.map(e -> MetadataFiles.version(e.state()) + 1).orElse(0);
  }

  @Override
  public FileIO io() {
    return files.io();
  }

  @Override
  public String metadataFileLocation(String fileName) {
    return metadataFileLocation(current(), fileName);
  }

  private String metadataFileLocation(TableMetadata metadata, String fileName) {
    return folder(metadata) + "/" + fileName;
  }

  @Override
  public LocationProvider locationProvider() {
    return LocationProviders.locationsFor(current().location(), current().properties());
  }

  /** Operations on metadata that is not committed yet, for transactions. */
  @Override
  public TableOperations temp(TableMetadata uncommitted) {
    TableMetadata placed = Serving.with(uncommitted, view.served(name, uncommitted.uuid()));
    return new UncommittedOperations(
        placed, files.io(), file -> metadataFileLocation(placed, file));
  }
}
