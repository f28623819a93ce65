package dev.headgate.catalog.statistics;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.io.FileIO;
import org.apache.iceberg.types.Types;

/**
 * What the manifests of a table's current snapshot tell of all its rows.
 *
 * @param rows how many there are; empty where deletes keep the manifests from telling
 * @param columns by name; columns of which nothing is known, and those that are no primitives, are
 *     left out
 */
public record TableStatistics(OptionalLong rows, Map<String, ColumnStatistics> columns) {
  private static final List<String> METRICS =
      List.of(
          "file_format",
          "record_count",
          "null_value_counts",
          "nan_value_counts",
          "lower_bounds",
          "upper_bounds");

  public TableStatistics {
    columns = Map.copyOf(columns);
  }

  /** Reads the manifests, one after the other. */
  public static TableStatistics of(TableMetadata table, FileIO io) {
    LiveFiles files = new LiveFiles(table, io);
    Snapshot snapshot = table.currentSnapshot();
    if (snapshot != null && files.hasDeletes(snapshot)) {
      return new TableStatistics(OptionalLong.empty(), Map.of());
    }
    Map<String, ColumnTally> tallies = tallies(table);
    long[] rows = {0};
    if (snapshot != null) {
      files.eachDataFile(
          snapshot,
          METRICS,
          file -> {
            rows[0] += file.recordCount();
            tallies.values().forEach(tally -> tally.add(file));
          });
    }
    return new TableStatistics(OptionalLong.of(rows[0]), statistics(tallies));
  }

  private static Map<String, ColumnTally> tallies(TableMetadata table) {
    Map<String, ColumnTally> tallies = new TreeMap<>();
    for (Types.NestedField column : table.schema().columns()) {
      if (column.type().isPrimitiveType()) {
        tallies.put(column.name(), new ColumnTally(column));
      }
    }
    return tallies;
  }

  private static Map<String, ColumnStatistics> statistics(Map<String, ColumnTally> tallies) {
    Map<String, ColumnStatistics> statistics = new TreeMap<>();
    tallies.forEach(
        (name, tally) -> {
          ColumnStatistics told = tally.statistics();
          if (told.tellsAnything()) {
            statistics.put(name, told);
          }
        });
    return statistics;
  }
}
