package dev.headgate.catalog.statistics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.iceberg.ContentFile;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.ManifestContent;
import org.apache.iceberg.ManifestFile;
import org.apache.iceberg.ManifestFiles;
import org.apache.iceberg.ManifestReader;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.io.FileIO;
import org.apache.iceberg.util.PartitionSet;

/** The live entries of manifests, one after the other; what was deleted is passed over. */
final class LiveFiles {
  private final FileIO io;
  private final Map<Integer, PartitionSpec> specs;

  LiveFiles(TableMetadata table, FileIO io) {
    this.io = io;
    this.specs = table.specsById();
  }

  /** Whether rows of a snapshot may be deleted by delete files or deletion vectors. */
  boolean hasDeletes(Snapshot snapshot) {
    return snapshot.deleteManifests(io).stream().anyMatch(LiveFiles::mayHaveLive);
  }

  /** Each live data file of a snapshot, with these fields of its entry. */
  void eachDataFile(Snapshot snapshot, Collection<String> fields, Consumer<DataFile> action) {
    for (ManifestFile manifest : snapshot.dataManifests(io)) {
      if (mayHaveLive(manifest)) {
        each(ManifestFiles.read(manifest, io, specs).select(fields), action);
      }
    }
  }

  /** Each live file, data or deletes, of a manifest. */
  void eachFile(ManifestFile manifest, Collection<String> fields, Consumer<ContentFile<?>> action) {
    if (mayHaveLive(manifest)) {
      each(open(manifest, fields), action);
    }
  }

  /** How many records the live data files of these partitions have. */
  long records(ManifestFile manifest, PartitionSet partitions) {
    long[] records = {0};
    if (mayHaveLive(manifest)) {
      each(
          ManifestFiles.read(manifest, io, specs)
              .select(List.of("partition", "record_count"))
              .filterPartitions(partitions),
          file -> records[0] += file.recordCount());
    }
    return records[0];
  }

  List<ManifestFile> manifests(Snapshot snapshot) {
    return snapshot.allManifests(io);
  }

  private ManifestReader<? extends ContentFile<?>> open(
      ManifestFile manifest, Collection<String> fields) {
    return manifest.content() == ManifestContent.DATA
        ? ManifestFiles.read(manifest, io, specs).select(fields)
        : ManifestFiles.readDeleteManifest(manifest, io, specs).select(fields);
  }

  private static <F extends ContentFile<?>> void each(
      ManifestReader<? extends F> reader, Consumer<? super F> action) {
    try (reader) {
      Iterator<? extends F> files = reader.iterator();
      while (files.hasNext()) {
        action.accept(files.next());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot close a manifest", e);
    }
  }

  private static boolean mayHaveLive(ManifestFile manifest) {
    return manifest.hasAddedFiles() || manifest.hasExistingFiles();
  }
}
