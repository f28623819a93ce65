package dev.headgate.catalog.collect;

import dev.headgate.catalog.file.MetadataFiles;
import dev.headgate.catalog.state.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.iceberg.ContentFile;
import org.apache.iceberg.ManifestContent;
import org.apache.iceberg.ManifestFile;
import org.apache.iceberg.ManifestFiles;
import org.apache.iceberg.ManifestReader;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.TableMetadata;

/** Everything that metadata files refer to, each manifest read once. */
final class References {
  private final MetadataFiles files;
  private final Set<String> locations = new HashSet<>();

  References(MetadataFiles files) {
    this.files = files;
  }

  /**
   * The locations of all files that can be reached from these metadata files, themselves included.
   */
  Set<String> of(Map<String, Kind> metadata) {
    metadata.forEach(
        (location, kind) -> {
          boolean isNew = locations.add(location);
          if (isNew && kind == Kind.TABLE) {
            add(files.table(location));
          }
        });
    return locations;
  }

  private void add(TableMetadata table) {
    table.previousFiles().forEach(previous -> locations.add(previous.file()));
    table.statisticsFiles().forEach(file -> locations.add(file.path()));
    table.partitionStatisticsFiles().forEach(file -> locations.add(file.path()));
    for (Snapshot snapshot : table.snapshots()) {
      if (snapshot.manifestListLocation() != null
          && !locations.add(snapshot.manifestListLocation())) {
        continue;
      }
      List<ManifestFile> manifests = snapshot.allManifests(files.io());
      manifests.forEach(manifest -> add(manifest, table.specsById()));
    }
  }

  private void add(ManifestFile manifest, Map<Integer, PartitionSpec> specs) {
    if (!locations.add(manifest.path())) {
      return;
    }
    try (ManifestReader<? extends ContentFile<?>> reader = open(manifest, specs)) {
      reader.forEach(file -> locations.add(file.location()));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + manifest.path(), e);
    }
  }

  private ManifestReader<? extends ContentFile<?>> open(
      ManifestFile manifest, Map<Integer, PartitionSpec> specs) {
    return manifest.content() == ManifestContent.DATA
        ? ManifestFiles.read(manifest, files.io(), specs)
        : ManifestFiles.readDeleteManifest(manifest, files.io(), specs);
  }
}
