package dev.headgate.catalog.statistics;

import dev.headgate.catalog.TestLake;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.iceberg.BaseTable;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DataFiles;
import org.apache.iceberg.DeleteFile;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.FileMetadata;
import org.apache.iceberg.Metrics;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.StructLike;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.types.Conversions;
import org.apache.iceberg.types.Type;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tables of a real lake, with data files that are entries of real manifests only. */
abstract class TableFixture {
  private static final Namespace NS = Namespace.of("ops");

  @TempDir Path folder;
  private TestLake lake;
  private int tables;

  @BeforeEach
  void start() {
    lake = TestLake.inMemory(folder, config -> config);
    lake.catalog().main().createNamespace(NS);
  }

  @AfterEach
  void stop() {
    lake.close();
  }

  Table table(Schema schema, PartitionSpec spec, int formatVersion) {
    return lake.catalog()
        .main()
        .createTable(
            TableIdentifier.of(NS, "t" + tables++),
            schema,
            spec,
            Map.of("format-version", String.valueOf(formatVersion)));
  }

  static TableMetadata metadata(Table table) {
    table.refresh();
    return ((BaseTable) table).operations().current();
  }

  static TableStatistics statistics(Table table) {
    return TableStatistics.of(metadata(table), table.io());
  }

  static long snapshot(Table table) {
    table.refresh();
    return table.currentSnapshot().snapshotId();
  }

  static DataFiles.Builder file(PartitionSpec spec) {
    return DataFiles.builder(spec)
        .withPath("/data/" + UUID.randomUUID() + ".parquet")
        .withFormat(FileFormat.PARQUET)
        .withFileSizeInBytes(100);
  }

  static DataFile file(Counted counted) {
    return file(PartitionSpec.unpartitioned()).withMetrics(counted.metrics()).build();
  }

  /** Position deletes in a partition; of a deletion vector where {@code referenced} is a file. */
  static DeleteFile deletes(PartitionSpec spec, StructLike partition, DataFile referenced) {
    FileMetadata.Builder builder =
        FileMetadata.deleteFileBuilder(spec)
            .ofPositionDeletes()
            .withPath("/data/" + UUID.randomUUID() + (referenced == null ? ".parquet" : ".puffin"))
            .withFileSizeInBytes(10)
            .withRecordCount(1);
    if (spec.isPartitioned()) {
      builder.withPartition(partition);
    }
    if (referenced != null) {
      builder
          .withReferencedDataFile(referenced.location())
          .withContentOffset(4)
          .withContentSizeInBytes(6);
    }
    return builder.build();
  }

  /** Metrics of a data file. */
  static final class Counted {
    private final long rows;
    private final Map<Integer, Long> nulls = new HashMap<>();
    private final Map<Integer, Long> nans = new HashMap<>();
    private final Map<Integer, ByteBuffer> lower = new HashMap<>();
    private final Map<Integer, ByteBuffer> upper = new HashMap<>();

    Counted(long rows) {
      this.rows = rows;
    }

    Counted nulls(int id, long count) {
      nulls.put(id, count);
      return this;
    }

    Counted nans(int id, long count) {
      nans.put(id, count);
      return this;
    }

    Counted bounds(int id, Type type, Object least, Object greatest) {
      lower.put(id, Conversions.toByteBuffer(type, least));
      upper.put(id, Conversions.toByteBuffer(type, greatest));
      return this;
    }

    Metrics metrics() {
      return new Metrics(rows, null, null, nulls, nans, lower, upper);
    }
  }
}
