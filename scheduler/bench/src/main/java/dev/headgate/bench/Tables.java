package dev.headgate.bench;

import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DataFiles;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.SupportsNamespaces;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.types.Types;

/** The tables that all contenders promote: eight columns, one small commit a release. */
final class Tables {
  static final Namespace NAMESPACE = Namespace.of("bench");
  private static final Schema SCHEMA =
      new Schema(
          Types.NestedField.required(1, "id", Types.LongType.get()),
          Types.NestedField.optional(2, "day", Types.DateType.get()),
          Types.NestedField.optional(3, "carrier", Types.StringType.get()),
          Types.NestedField.optional(4, "origin", Types.StringType.get()),
          Types.NestedField.optional(5, "destination", Types.StringType.get()),
          Types.NestedField.optional(6, "departed", Types.TimestampType.withZone()),
          Types.NestedField.optional(7, "delay", Types.IntegerType.get()),
          Types.NestedField.optional(8, "cancelled", Types.BooleanType.get()));

  private Tables() {}

  static TableIdentifier table(int number) {
    return TableIdentifier.of(NAMESPACE, "table_" + number);
  }

  static <C extends Catalog & SupportsNamespaces> void create(C main, int count) {
    main.createNamespace(NAMESPACE);
    IntStream.range(0, count).parallel().forEach(i -> create(main, table(i)));
  }

  private static void create(Catalog main, TableIdentifier name) {
    Table table = main.createTable(name, SCHEMA, PartitionSpec.unpartitioned());
    table.newFastAppend().appendFile(file()).commit();
  }

  /** A data file's description; nobody reads the file. */
  static DataFile file() {
    return DataFiles.builder(PartitionSpec.unpartitioned())
        .withPath("/data/" + UUID.randomUUID() + ".parquet")
        .withFileSizeInBytes(1_000)
        .withRecordCount(100)
        .build();
  }
}
