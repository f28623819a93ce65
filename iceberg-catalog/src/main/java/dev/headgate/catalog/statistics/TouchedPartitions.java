package dev.headgate.catalog.statistics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.iceberg.ManifestContent;
import org.apache.iceberg.ManifestFile;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.StructLike;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.io.FileIO;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;
import org.apache.iceberg.util.PartitionSet;
import org.apache.iceberg.util.StructLikeSet;

/**
 * The partitions in which two snapshots of a table differ.
 *
 * @param predicate Spark SQL that is true for each row, of either snapshot, in one of them, and
 *     false for others
 * @param columns that partitions are made of
 * @param rows how many records the files of these partitions have, in both snapshots together
 */
public record TouchedPartitions(String predicate, List<String> columns, long rows) {
  private static final int MOST = 200;

  public TouchedPartitions {
    columns = List.copyOf(columns);
  }

  /**
   * What differs between {@code base} and the table's current snapshot. Empty where that cannot be
   * said by partition: another spec among the files that differ, transforms that are no ranges,
   * columns that are new or other ones since, or more than {@value #MOST} partitions.
   */
  public static Optional<TouchedPartitions> since(long base, TableMetadata table, FileIO io) {
    Snapshot first = table.snapshot(base);
    Snapshot second = table.currentSnapshot();
    if (first == null || second == null || !readsTheSame(first, table)) {
      return Optional.empty();
    }
    LiveFiles files = new LiveFiles(table, io);
    Collection<FileDifference.Place> places = FileDifference.between(first, second, files).places();
    Set<Integer> specs =
        places.stream().map(FileDifference.Place::specId).collect(Collectors.toSet());
    if (specs.size() > 1) {
      return Optional.empty();
    }
    PartitionSpec spec = specs.isEmpty() ? table.spec() : table.spec(specs.iterator().next());
    StructLikeSet partitions = StructLikeSet.create(spec.partitionType());
    places.forEach(place -> partitions.add(place.partition()));
    return PartitionSql.of(spec, table.schema())
        .filter(sql -> partitions.size() <= MOST)
        .flatMap(
            sql ->
                predicate(sql, partitions)
                    .map(
                        predicate ->
                            new TouchedPartitions(
                                predicate,
                                sql.columns(),
                                rows(spec, partitions, first, second, files))));
  }

  /** Whether each column of the table is, under its name, the same in the older snapshot. */
  private static boolean readsTheSame(Snapshot older, TableMetadata table) {
    Schema then = older.schemaId() == null ? null : table.schemasById().get(older.schemaId());
    if (then == null) {
      return false;
    }
    Map<Integer, Type> types =
        then.columns().stream()
            .collect(Collectors.toMap(Types.NestedField::fieldId, Types.NestedField::type));
    return table.schema().columns().stream()
        .allMatch(
            now ->
                now.type().equals(types.get(now.fieldId()))
                    && now.name().equals(then.findColumnName(now.fieldId())));
  }

  private static Optional<String> predicate(PartitionSql sql, StructLikeSet partitions) {
    if (partitions.isEmpty()) {
      return Optional.of("FALSE");
    }
    List<String> alternatives = new ArrayList<>();
    for (StructLike partition : partitions) {
      Optional<String> one = sql.predicate(partition);
      if (one.isEmpty()) {
        return Optional.empty();
      }
      alternatives.add(one.get());
    }
    alternatives.sort(null);
    return Optional.of("(" + String.join(" OR ", alternatives) + ")");
  }

  private static long rows(
      PartitionSpec spec,
      StructLikeSet partitions,
      Snapshot first,
      Snapshot second,
      LiveFiles files) {
    PartitionSet set = PartitionSet.create(Map.of(spec.specId(), spec));
    partitions.forEach(partition -> set.add(spec.specId(), partition));
    List<ManifestFile> manifests = new ArrayList<>(files.manifests(first));
    manifests.addAll(files.manifests(second));
    Map<String, Long> counted = new HashMap<>();
    long rows = 0;
    for (ManifestFile manifest : set.isEmpty() ? List.<ManifestFile>of() : manifests) {
      if (manifest.content() == ManifestContent.DATA
          && manifest.partitionSpecId() == spec.specId()) {
        rows += counted.computeIfAbsent(manifest.path(), path -> files.records(manifest, set));
      }
    }
    return rows;
  }
}
