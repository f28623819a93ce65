package dev.headgate.plugins.spark;

import dev.headgate.model.product.Dataset;
import dev.headgate.model.product.WriteMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.types.StructType;

/**
 * How a result goes into its table: statements that prepare the table, then one that writes. Pure;
 * the result is a temporary view named {@link #RESULT}.
 */
record WritePlan(List<String> prepare, Write write) {
  /** The temporary view with the rows to write. */
  static final String RESULT = "headgate_result";

  WritePlan {
    prepare = List.copyOf(prepare);
  }

  /** The writing step. */
  sealed interface Write {
    /** A statement that reads {@link #RESULT}. */
    record Statement(String sql) implements Write {}

    /** A write of the rows, columns by name. */
    record Rows(Replacing replacing) implements Write {}
  }

  /** What the written rows replace. */
  enum Replacing {
    NOTHING,
    ALL_ROWS,
    THEIR_PARTITIONS
  }

  /** A table as it is. */
  record Table(StructType schema, Partitioning partitioning) {}

  /** Result and table cannot be brought together; the message says why and what to do. */
  static final class NotPossible extends Exception {
    private static final long serialVersionUID = 1;

    NotPossible(String message) {
      super(message);
    }
  }

  static WritePlan of(Dataset dataset, StructType result, Optional<Table> existing)
      throws NotPossible {
    Optional<Partitioning> wanted = dataset.partitionedBy().map(Partitioning::parse);
    wanted.ifPresent(partitioning -> check(partitioning, result));
    if (dataset.write() instanceof WriteMode.Merge merge) {
      checkKeys(merge, result);
    }
    if (existing.isEmpty()) {
      return new WritePlan(List.of(), create("CREATE TABLE ", dataset, wanted));
    }
    Table table = existing.get();
    SchemaChange change = SchemaChange.between(table.schema(), result);
    Optional<Partitioning> repartition =
        wanted.filter(partitioning -> !partitioning.equals(table.partitioning()));
    if (dataset.write() instanceof WriteMode.Overwrite
        && (repartition.isPresent() || !change.problems().isEmpty())) {
      return new WritePlan(
          List.of(),
          create("CREATE OR REPLACE TABLE ", dataset, wanted.or(() -> kept(table, result))));
    }
    if (!change.problems().isEmpty()) {
      throw new NotPossible(
          dataset.name()
              + " cannot take the result: "
              + String.join("; ", change.problems())
              + ". Make the SELECT fit the table, or write: overwrite, which replaces the table");
    }
    List<String> prepare = new ArrayList<>(alter(dataset, change));
    if (repartition.isPresent()) {
      prepare.addAll(repartition(dataset, table.partitioning(), repartition.get()));
    }
    return new WritePlan(prepare, write(dataset));
  }

  private static Write write(Dataset dataset) {
    WriteMode mode = dataset.write();
    if (mode instanceof WriteMode.Overwrite) {
      return new Write.Rows(Replacing.ALL_ROWS);
    } else if (mode instanceof WriteMode.OverwritePartitions) {
      return new Write.Rows(Replacing.THEIR_PARTITIONS);
    } else if (mode instanceof WriteMode.Append) {
      return new Write.Rows(Replacing.NOTHING);
    }
    return new Write.Statement(merge(dataset, (WriteMode.Merge) mode));
  }

  private static Write create(String verb, Dataset dataset, Optional<Partitioning> partitioning) {
    String by =
        partitioning
            .filter(given -> !given.isEmpty())
            .map(given -> " PARTITIONED BY (" + given.sql() + ")")
            .orElse("");
    return new Write.Statement(
        verb + Sql.table(dataset.name()) + " USING iceberg" + by + " AS SELECT * FROM " + RESULT);
  }

  private static String merge(Dataset dataset, WriteMode.Merge merge) {
    String on =
        merge.keys().stream()
            .map(key -> "t." + Sql.name(key) + " <=> s." + Sql.name(key))
            .collect(Collectors.joining(" AND "));
    return "MERGE INTO "
        + Sql.table(dataset.name())
        + " t USING "
        + RESULT
        + " s ON "
        + on
        + " WHEN MATCHED THEN UPDATE SET * WHEN NOT MATCHED THEN INSERT *";
  }

  private static List<String> alter(Dataset dataset, SchemaChange change) {
    String table = "ALTER TABLE " + Sql.table(dataset.name());
    List<String> statements = new ArrayList<>();
    if (!change.added().isEmpty()) {
      statements.add(table + " ADD COLUMNS (" + String.join(", ", change.added()) + ")");
    }
    for (String widened : change.widened()) {
      statements.add(table + " ALTER COLUMN " + widened);
    }
    return statements;
  }

  private static List<String> repartition(Dataset dataset, Partitioning from, Partitioning to)
      throws NotPossible {
    if (dataset.write() instanceof WriteMode.OverwritePartitions) {
      throw new NotPossible(
          dataset.name()
              + " is partitioned by ("
              + from.sql()
              + "), the pipeline says ("
              + to.sql()
              + "): with write: overwrite-partitions old rows would stay beside new ones. Build it"
              + " once with write: overwrite, which replaces the table");
    }
    String table = "ALTER TABLE " + Sql.table(dataset.name());
    List<String> statements = new ArrayList<>();
    from.fields().stream()
        .filter(field -> !to.fields().contains(field))
        .forEach(field -> statements.add(table + " DROP PARTITION FIELD " + field.sql()));
    to.fields().stream()
        .filter(field -> !from.fields().contains(field))
        .forEach(field -> statements.add(table + " ADD PARTITION FIELD " + field.sql()));
    return statements;
  }

  /** The table's own partitioning, where the pipeline has none and the result still allows it. */
  private static Optional<Partitioning> kept(Table table, StructType result) {
    Set<String> columns = columns(result);
    return Optional.of(table.partitioning())
        .filter(
            partitioning ->
                partitioning.fields().stream()
                    .allMatch(field -> columns.contains(root(field.column()))));
  }

  private static void check(Partitioning partitioning, StructType result) {
    Set<String> columns = columns(result);
    for (Partitioning.Field field : partitioning.fields()) {
      if (!columns.contains(root(field.column()))) {
        throw new IllegalArgumentException(
            "partitionedBy: the result has no column '" + field.column() + "', it has " + columns);
      }
    }
  }

  private static void checkKeys(WriteMode.Merge merge, StructType result) throws NotPossible {
    Set<String> columns = columns(result);
    for (String key : merge.keys()) {
      if (!columns.contains(key.toLowerCase(Locale.ROOT))) {
        throw new NotPossible("merge: the result has no column '" + key + "', it has " + columns);
      }
    }
  }

  private static String root(String column) {
    int dot = column.indexOf('.');
    return dot < 0 ? column : column.substring(0, dot);
  }

  private static Set<String> columns(StructType type) {
    return Arrays.stream(type.fieldNames())
        .map(name -> name.toLowerCase(Locale.ROOT))
        .collect(Collectors.toCollection(java.util.TreeSet::new));
  }
}
