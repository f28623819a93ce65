package dev.headgate.server.lake;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.headgate.catalog.CatalogConfig;
import dev.headgate.catalog.VersionedCatalog;
import dev.headgate.catalog.file.LocalFileIO;
import dev.headgate.catalog.view.Guard;
import dev.headgate.catalog.view.LakeCatalog;
import dev.headgate.model.lake.BranchChange;
import dev.headgate.model.product.DatasetName;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.apache.iceberg.DataFiles;
import org.apache.iceberg.DeleteFile;
import org.apache.iceberg.FileMetadata;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.types.Types;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many rows people and policies are told of, on tables of a real lake with delete files. */
class RowsTest {
  private static final TableIdentifier TABLE = TableIdentifier.of("ops", "flights");
  private static final Schema SCHEMA =
      new Schema(Types.NestedField.required(1, "id", Types.LongType.get()));

  @TempDir Path folder;
  private HikariDataSource database;
  private VersionedCatalog catalog;

  @BeforeEach
  void start() {
    database = new HikariDataSource();
    database.setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID());
    database.setUsername("sa");
    catalog =
        VersionedCatalog.open(
            CatalogConfig.of(database, folder.toString(), new LocalFileIO())
                .withGuards(Map.of(ContractGuard.NAME, Guard.NONE)));
    catalog.main().createNamespace(Namespace.of("ops"));
    append(catalog.main().createTable(TABLE, SCHEMA, PartitionSpec.unpartitioned()), 7);
  }

  @AfterEach
  void stop() {
    catalog.close();
    database.close();
  }

  private static void append(Table table, long rows) {
    table
        .newAppend()
        .appendFile(
            DataFiles.builder(table.spec())
                .withPath("/data/" + UUID.randomUUID() + ".parquet")
                .withFileSizeInBytes(1)
                .withRecordCount(rows)
                .build())
        .commit();
  }

  private static void delete(LakeCatalog view, FileMetadata.Builder deletes, long records) {
    DeleteFile file =
        deletes
            .withPath("/data/" + UUID.randomUUID() + ".parquet")
            .withFileSizeInBytes(1)
            .withRecordCount(records)
            .build();
    view.loadTable(TABLE).newRowDelta().addDeletes(file).commit();
  }

  private static FileMetadata.Builder positions() {
    return FileMetadata.deleteFileBuilder(PartitionSpec.unpartitioned()).ofPositionDeletes();
  }

  private OptionalLong shown() {
    return new CatalogBrowser(catalog, URI.create("http://localhost/iceberg"))
        .tables("main")
        .get(0)
        .rows();
  }

  @Test
  void recordsAreRowsWhereNothingIsDeleted() {
    assertThat(shown()).hasValue(7);
    append(catalog.main().loadTable(TABLE), 3);
    assertThat(shown()).hasValue(10);
  }

  @Test
  void howManyRowsPositionDeletesTakeAwayIsNotKnown() {
    delete(catalog.main(), positions(), 2);
    assertThat(shown()).isEmpty();
  }

  @Test
  void norIsItOfABranch() {
    CatalogLake lake = new CatalogLake(catalog);
    lake.createBranch("release-1", Set.of(DatasetName.parse("ops.flights")));
    delete(catalog.branch("release-1"), positions(), 2);
    assertThat(lake.changes("release-1"))
        .extracting(BranchChange::rows)
        .containsExactly(OptionalLong.empty());
  }

  @Test
  void norOfEqualityDeletes() {
    delete(
        catalog.main(),
        FileMetadata.deleteFileBuilder(PartitionSpec.unpartitioned()).ofEqualityDeletes(1),
        2);
    assertThat(shown()).isEmpty();
    assertThat(catalog.main().loadTable(TABLE).currentSnapshot().summary())
        .containsEntry("total-records", "7");
  }
}
