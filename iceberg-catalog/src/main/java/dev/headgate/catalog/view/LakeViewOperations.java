package dev.headgate.catalog.view;

import dev.headgate.catalog.file.MetadataFiles;
import dev.headgate.catalog.state.Change;
import dev.headgate.catalog.state.Entry;
import dev.headgate.catalog.state.Kind;
import dev.headgate.catalog.state.Name;
import java.util.List;
import java.util.Optional;
import org.apache.iceberg.exceptions.AlreadyExistsException;
import org.apache.iceberg.exceptions.CommitFailedException;
import org.apache.iceberg.exceptions.NoSuchViewException;
import org.apache.iceberg.util.LocationUtil;
import org.apache.iceberg.view.ViewMetadata;
import org.apache.iceberg.view.ViewOperations;
import org.apache.iceberg.view.ViewProperties;

/** One Iceberg view through one view of the lake. Not thread-safe. */
final class LakeViewOperations implements ViewOperations {
  private final LakeView lake;
  private final MetadataFiles files;
  private final Name name;
  private boolean loaded;
  private Optional<Entry> entry = Optional.empty();
  private ViewMetadata current;

  LakeViewOperations(LakeView lake, MetadataFiles files, Name name) {
    this.lake = lake;
    this.files = files;
    this.name = name;
  }

  @Override
  public ViewMetadata current() {
    return loaded ? current : refresh();
  }

  @Override
  public ViewMetadata refresh() {
    boolean wasThere = loaded && current != null;
    entry = lake.map().find(name).filter(e -> e.kind() == Kind.VIEW);
    current = entry.map(e -> files.view(e.state())).orElse(null);
    loaded = true;
    if (wasThere && current == null) {
      throw new NoSuchViewException("View does not exist: %s", name);
    }
    return current;
  }

  @Override
  public void commit(ViewMetadata base, ViewMetadata metadata) {
    if (base != current()) {
      if (base != null) {
        throw new CommitFailedException("Cannot commit to view %s: stale metadata", name);
      }
      throw new AlreadyExistsException("View already exists: %s", name);
    }
    if (base == metadata) {
      return;
    }
    if (entry.isEmpty()) {
      checkFree();
    }
    lake.guardView(name, Optional.ofNullable(base), metadata);
    boolean registered = metadata.metadataFileLocation() != null;
    String location =
        registered
            ? metadata.metadataFileLocation()
            : files.write(
                metadata,
                folder(metadata),
                entry.map(e -> MetadataFiles.version(e.state()) + 1).orElse(0));
    Entry after = new Entry(Kind.VIEW, metadata.uuid(), location, null, metadata.location());
    Staged staged =
        new Staged(
            new Change(name, entry, Optional.of(after)),
            handle -> {},
            registered ? Optional.empty() : Optional.of(location),
            files.io());
    try {
      Commits.commit(lake, List.of(staged), "commit to view " + name);
    } finally {
      loaded = false;
    }
  }

  /** Where the view itself says, if it does; apart from main's also there. */
  private String folder(ViewMetadata metadata) {
    String own = lake.metadataFolder(metadata.uuid(), metadata.location());
    String said = metadata.properties().get(ViewProperties.WRITE_METADATA_LOCATION);
    if (said == null) {
      return own;
    }
    String folder = LocationUtil.stripTrailingSlash(said);
    return lake.warehouse().equals("main") ? folder : folder + "/_branches/" + lake.warehouse();
  }

  private void checkFree() {
    lake.map()
        .find(name)
        .ifPresent(
            other -> {
              throw new AlreadyExistsException("Table with same name already exists: %s", name);
            });
  }
}
