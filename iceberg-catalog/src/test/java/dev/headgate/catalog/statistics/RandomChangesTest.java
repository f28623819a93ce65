package dev.headgate.catalog.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.PartitionData;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.types.Types;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random histories: what is told is what comparing all files of two table scans finds. */
class RandomChangesTest extends TableFixture {
  private static final int PARTITIONS = 8;
  private static final Schema SCHEMA =
      new Schema(Types.NestedField.optional(1, "key", Types.IntegerType.get()));
  private static final PartitionSpec SPEC =
      PartitionSpec.builderFor(SCHEMA).identity("key").build();

  /** What a scan finds in one file: its deletes too, and in which partition. */
  private record Scanned(String file, Set<String> deletes, Integer key, long rows) {}

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void areWhatTwoScansFind(long seed) {
    Random random = new Random(seed);
    Table table = table(SCHEMA, SPEC, seed % 2 == 0 ? 2 : 3);
    append(table, random);
    List<Long> snapshots = new ArrayList<>();
    for (int i = 0; i < 15; i++) {
      snapshots.add(snapshot(table));
      change(table, random);
    }
    for (long base : snapshots) {
      assertThat(TouchedPartitions.since(base, metadata(table), table.io()))
          .as("seed %s, since %s", seed, base)
          .hasValue(byScans(table, base, snapshot(table)));
    }
  }

  private static void change(Table table, Random random) {
    List<Scanned> live = scan(table, snapshot(table));
    switch (live.isEmpty() ? 0 : random.nextInt(6)) {
      case 0, 1 -> append(table, random);
      case 2 -> table.newDelete().deleteFile(some(live, random).file()).commit();
      case 3 -> rewrite(table, random);
      case 4 -> table.rewriteManifests().clusterBy(f -> random.nextInt(3)).commit();
      default -> deleteRows(table, random);
    }
  }

  private static <T> T some(List<T> of, Random random) {
    return of.get(random.nextInt(of.size()));
  }

  private static void append(Table table, Random random) {
    var append = random.nextBoolean() ? table.newAppend() : table.newFastAppend();
    for (int i = 0; i <= random.nextInt(3); i++) {
      append.appendFile(file(random.nextInt(PARTITIONS), random.nextInt(100)));
    }
    append.commit();
  }

  private static DataFile file(Integer key, long rows) {
    return file(SPEC).withRecordCount(rows).withPartition(partition(key)).build();
  }

  /** The last one stands for rows without a key. */
  private static PartitionData partition(Integer key) {
    PartitionData partition = new PartitionData(SPEC.partitionType());
    partition.set(0, key == null || key == PARTITIONS - 1 ? null : key);
    return partition;
  }

  private static void rewrite(Table table, Random random) {
    DataFile old = some(dataFiles(table), random);
    Integer key = old.partition().get(0, Integer.class);
    table.newOverwrite().deleteFile(old).addFile(file(key, old.recordCount())).commit();
  }

  private static void deleteRows(Table table, Random random) {
    List<DataFile> files = dataFiles(table);
    DataFile of = some(files, random);
    boolean vectors =
        ((org.apache.iceberg.BaseTable) table).operations().current().formatVersion() > 2;
    boolean hasOne =
        scan(table, snapshot(table)).stream()
            .anyMatch(s -> s.file().equals(of.location()) && !s.deletes().isEmpty());
    if (!vectors || !hasOne) {
      table.newRowDelta().addDeletes(deletes(SPEC, of.partition(), vectors ? of : null)).commit();
    }
  }

  private static List<DataFile> dataFiles(Table table) {
    List<DataFile> files = new ArrayList<>();
    each(table, snapshot(table), task -> files.add(task.file()));
    return files;
  }

  private static List<Scanned> scan(Table table, long snapshot) {
    List<Scanned> files = new ArrayList<>();
    each(
        table,
        snapshot,
        task ->
            files.add(
                new Scanned(
                    task.file().location(),
                    task.deletes().stream().map(d -> d.location()).collect(Collectors.toSet()),
                    task.file().partition().get(0, Integer.class),
                    task.file().recordCount())));
    return files;
  }

  private static void each(
      Table table, long snapshot, java.util.function.Consumer<FileScanTask> action) {
    try (CloseableIterable<FileScanTask> tasks =
        table.newScan().useSnapshot(snapshot).planFiles()) {
      tasks.forEach(action);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TouchedPartitions byScans(Table table, long base, long now) {
    List<Scanned> before = scan(table, base);
    List<Scanned> after = scan(table, now);
    Map<Optional<Integer>, List<Scanned>> differences = new HashMap<>();
    for (List<Scanned> one : List.of(before, after)) {
      List<Scanned> other = one == before ? after : before;
      one.stream()
          .filter(s -> !other.contains(s))
          .forEach(
              s ->
                  differences
                      .computeIfAbsent(Optional.ofNullable(s.key()), k -> new ArrayList<>())
                      .add(s));
    }
    Set<String> predicates = new TreeSet<>();
    long rows = 0;
    for (Optional<Integer> key : differences.keySet()) {
      predicates.add(key.map(k -> "(`key` <=> " + k + ")").orElse("(`key` IS NULL)"));
      for (List<Scanned> scanned : List.of(before, after)) {
        rows +=
            scanned.stream()
                .filter(s -> Optional.ofNullable(s.key()).equals(key))
                .mapToLong(Scanned::rows)
                .sum();
      }
    }
    String predicate = predicates.isEmpty() ? "FALSE" : "(" + String.join(" OR ", predicates) + ")";
    return new TouchedPartitions(predicate, List.of("key"), rows);
  }
}
