package dev.headgate.model.lake;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a table's metadata and manifests tell about it; no data file is opened for it.
 *
 * @param fields its columns in order, as Iceberg has them
 * @param partition what it is partitioned by, in order; empty for an unpartitioned table
 * @param snapshotId of the current snapshot; empty for a table without one
 * @param committedAt when that snapshot was committed
 * @param rows how many rows it has; empty where deletes or missing figures keep the manifests from
 *     telling
 * @param columns by column name (fields of structs are left out), where the manifests tell anything
 * @param baseSnapshotId the snapshot that the branch started from, readable on it; empty where the
 *     view is no branch, or the table is new on it
 * @param change what the branch changed since its base; empty where the view is no branch, the
 *     table is new on it, or only a scan could tell
 */
public record TableDescription(
    List<Field> fields,
    List<PartitionKey> partition,
    OptionalLong snapshotId,
    Optional<Instant> committedAt,
    OptionalLong rows,
    Map<String, ColumnBounds> columns,
    OptionalLong baseSnapshotId,
    Optional<Change> change) {
  public TableDescription {
    fields = List.copyOf(fields);
    partition = List.copyOf(partition);
    columns = Map.copyOf(columns);
  }

  /**
   * A column or a field of one.
   *
   * @param type Iceberg's name: {@code long}, {@code decimal(10, 2)}, {@code timestamptz}, {@code
   *     struct}, {@code list}, {@code map}
   * @param fields of a struct; a list's {@code element}; a map's {@code key} and {@code value}
   */
  public record Field(String name, String type, boolean required, List<Field> fields) {
    public Field {
      fields = List.copyOf(fields);
    }
  }

  /** One part of the partition key: a column and Iceberg's transform of it, such as {@code day}. */
  public record PartitionKey(String column, String transform) {}

  /**
   * What the manifests tell of one column, over all files.
   *
   * @param nulls exactly how many rows have null in it; empty where unknown
   * @param lower and upper: exactly the least and the greatest value as text (numbers plain, dates
   *     and times in ISO 8601); empty where unknown, truncated, loosened by deletes, or there is
   *     none
   */
  public record ColumnBounds(OptionalLong nulls, Optional<String> lower, Optional<String> upper) {}

  /**
   * The difference to the table's state at the branch's base.
   *
   * @param baseSnapshotId the snapshot that the branch started from; its tag on the branch is
   *     {@code published}
   * @param predicate SQL over the table's columns that holds for every row, old and new, in a
   *     partition that was touched, and for no row in another
   * @param columns that the partition key is made of: rows that agree in all of them are in one
   *     partition
   * @param touchedRows about how many rows the predicate selects, old and new together
   */
  public record Change(
      long baseSnapshotId, String predicate, List<String> columns, long touchedRows) {
    public Change {
      columns = List.copyOf(columns);
    }
  }
}
