package dev.headgate.server.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.headgate.catalog.CatalogConfig;
import dev.headgate.catalog.VersionedCatalog;
import dev.headgate.catalog.file.LocalFileIO;
import dev.headgate.catalog.view.Guard;
import dev.headgate.catalog.view.LakeCatalog;
import dev.headgate.model.HeadgateException;
import dev.headgate.model.lake.TableDescription;
import dev.headgate.model.lake.TableDescription.Change;
import dev.headgate.model.lake.TableDescription.ColumnBounds;
import dev.headgate.model.lake.TableDescription.Field;
import dev.headgate.model.lake.TableDescription.PartitionKey;
import dev.headgate.model.product.DatasetName;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DataFiles;
import org.apache.iceberg.Metrics;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.types.Conversions;
import org.apache.iceberg.types.Types;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables of a real lake, as they are described to the engine. */
class DescribeTest {
  private static final DatasetName FLIGHTS = DatasetName.parse("ops.flights");
  private static final TableIdentifier TABLE = TableIdentifier.of("ops", "flights");
  private static final Schema SCHEMA =
      new Schema(
          Types.NestedField.required(1, "id", Types.LongType.get()),
          Types.NestedField.optional(2, "day", Types.DateType.get()),
          Types.NestedField.optional(3, "price", Types.DecimalType.of(10, 2)),
          Types.NestedField.optional(
              4,
              "legs",
              Types.ListType.ofRequired(
                  5,
                  Types.StructType.of(
                      Types.NestedField.optional(6, "at", Types.TimestampType.withZone())))),
          Types.NestedField.optional(
              7,
              "notes",
              Types.MapType.ofOptional(8, 9, Types.StringType.get(), Types.StringType.get())));

  @TempDir Path folder;
  private HikariDataSource database;
  private VersionedCatalog catalog;
  private CatalogLake lake;

  @BeforeEach
  void start() {
    database = new HikariDataSource();
    database.setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID());
    database.setUsername("sa");
    catalog =
        VersionedCatalog.open(
            CatalogConfig.of(database, folder.toString(), new LocalFileIO())
                .withGuards(Map.of(ContractGuard.NAME, Guard.NONE)));
    lake = new CatalogLake(catalog);
    catalog.main().createNamespace(Namespace.of("ops"));
  }

  @AfterEach
  void stop() {
    catalog.close();
    database.close();
  }

  private static Table create(LakeCatalog view) {
    return view.createTable(
        TABLE, SCHEMA, PartitionSpec.builderFor(SCHEMA).day("day").bucket("id", 4).build());
  }

  private static void append(LakeCatalog view, long rows, String partition, long least, long most) {
    Table table = view.loadTable(TABLE);
    Metrics metrics =
        new Metrics(
            rows,
            null,
            null,
            Map.of(1, 0L),
            null,
            Map.of(1, Conversions.toByteBuffer(Types.LongType.get(), least)),
            Map.of(1, Conversions.toByteBuffer(Types.LongType.get(), most)));
    DataFile file =
        DataFiles.builder(table.spec())
            .withPath("/data/" + UUID.randomUUID() + ".parquet")
            .withFileSizeInBytes(1)
            .withPartitionPath(partition)
            .withMetrics(metrics)
            .build();
    table.newAppend().appendFile(file).commit();
  }

  private static Field leaf(String name, String type, boolean required) {
    return new Field(name, type, required, List.of());
  }

  @Test
  void aTableIsDescribedByItsMetadata() {
    Table table = create(catalog.main());
    append(catalog.main(), 10, "day_day=2001-03-01/id_bucket=1", -5, 7);
    table.refresh();
    TableDescription told = lake.describe("main", FLIGHTS).orElseThrow();

    assertThat(told.fields())
        .containsExactly(
            leaf("id", "long", true),
            leaf("day", "date", false),
            leaf("price", "decimal(10, 2)", false),
            new Field(
                "legs",
                "list",
                false,
                List.of(
                    new Field(
                        "element", "struct", true, List.of(leaf("at", "timestamptz", false))))),
            new Field(
                "notes",
                "map",
                false,
                List.of(leaf("key", "string", true), leaf("value", "string", false))));
    assertThat(told.partition())
        .containsExactly(new PartitionKey("day", "day"), new PartitionKey("id", "bucket[4]"));
    assertThat(told.snapshotId()).hasValue(table.currentSnapshot().snapshotId());
    assertThat(told.committedAt().orElseThrow().toEpochMilli())
        .isEqualTo(table.currentSnapshot().timestampMillis());
    assertThat(told.rows()).hasValue(10);
    assertThat(told.columns())
        .isEqualTo(
            Map.of(
                "id", new ColumnBounds(OptionalLong.of(0), Optional.of("-5"), Optional.of("7"))));
    assertThat(told.baseSnapshotId()).isEmpty();
    assertThat(told.change()).isEmpty();
  }

  @Test
  void aTableWithoutASnapshotHasNoRows() {
    create(catalog.main()).updateSpec().removeField("id_bucket").commit();
    TableDescription told = lake.describe("pinned", FLIGHTS).orElseThrow();
    assertThat(told.rows()).hasValue(0);
    assertThat(told.snapshotId()).isEmpty();
    assertThat(told.committedAt()).isEmpty();
    assertThat(told.partition()).containsExactly(new PartitionKey("day", "day"));
  }

  @Test
  void aBranchTellsWhatItChanged() {
    create(catalog.main()).updateSpec().removeField("id_bucket").commit();
    append(catalog.main(), 10, "day_day=2001-03-01", 1, 10);
    append(catalog.main(), 20, "day_day=2001-03-02", 11, 30);
    long base = catalog.main().loadTable(TABLE).currentSnapshot().snapshotId();
    lake.createBranch("release-1", Set.of(FLIGHTS));
    assertThat(described("release-1").change())
        .hasValue(new Change(base, "FALSE", List.of("day"), 0));

    append(catalog.branch("release-1"), 3, "day_day=2001-03-02", 31, 33);
    append(catalog.main(), 1, "day_day=2001-03-09", 1, 1);
    TableDescription told = described("release-1");
    assertThat(told.rows()).hasValue(33);
    assertThat(told.columns().get("id").upper()).hasValue("33");
    assertThat(told.baseSnapshotId()).hasValue(base);
    assertThat(told.change())
        .hasValue(
            new Change(
                base,
                "((`day` IS NOT NULL AND `day` >= DATE '2001-03-02' AND `day` < DATE '2001-03-03'))",
                List.of("day"),
                43));
    assertThat(described("main").change()).isEmpty();
  }

  @Test
  void aTableThatIsAnotherOneOnTheBranchHasNoBase() {
    create(catalog.main());
    append(catalog.main(), 10, "day_day=2001-03-01/id_bucket=1", 1, 10);
    lake.createBranch("release-1", Set.of(FLIGHTS));
    catalog.branch("release-1").dropTable(TABLE);
    create(catalog.branch("release-1"));
    append(catalog.branch("release-1"), 10, "day_day=2001-03-01/id_bucket=1", 1, 10);
    assertThat(described("release-1").baseSnapshotId()).isEmpty();
    assertThat(described("release-1").change()).isEmpty();
  }

  private static void createView(LakeCatalog view, Schema schema) {
    view.buildView(TableIdentifier.of("ops", "late"))
        .withSchema(schema)
        .withDefaultNamespace(Namespace.of("ops"))
        .withQuery("spark", "SELECT * FROM flights")
        .createOrReplace();
  }

  @Test
  void aViewHasTheColumnsOfItsPresentVersion() {
    DatasetName late = DatasetName.parse("ops.late");
    create(catalog.main());
    createView(catalog.main(), SCHEMA);
    lake.createBranch("release-1", Set.of(late));
    createView(catalog.branch("release-1"), SCHEMA.select("id", "price"));

    assertThat(lake.columnsOfView("release-1", late).orElseThrow())
        .containsExactly(leaf("id", "long", true), leaf("price", "decimal(10, 2)", false));
    assertThat(lake.columnsOfView("main", late).orElseThrow())
        .isEqualTo(lake.describe("main", FLIGHTS).orElseThrow().fields());
    assertThat(lake.shows("main", late)).isTrue();
    assertThat(lake.shows("main", FLIGHTS)).isTrue();
    assertThat(lake.shows("main", DatasetName.parse("ops.nothing"))).isFalse();
    assertThat(lake.shows("main", DatasetName.parse("nowhere.late"))).isFalse();
    for (String name : List.of("ops.flights", "ops.nothing", "nowhere.late", "ops.late.files")) {
      assertThat(lake.columnsOfView("main", DatasetName.parse(name))).as(name).isEmpty();
    }
    assertThatThrownBy(() -> lake.columnsOfView("release-9", late))
        .isInstanceOf(HeadgateException.class)
        .hasMessageContaining("release-9");
  }

  @Test
  void whatIsNoTableIsNotDescribed() {
    create(catalog.main());
    createView(catalog.main(), SCHEMA);
    for (String name : List.of("ops.late", "ops.nothing", "nowhere.flights", "ops.flights.files")) {
      assertThat(lake.describe("main", DatasetName.parse(name))).as(name).isEmpty();
    }
    assertThatThrownBy(() -> lake.describe("release-9", FLIGHTS))
        .isInstanceOf(HeadgateException.class)
        .hasMessageContaining("release-9");
  }

  private TableDescription described(String view) {
    return lake.describe(view, FLIGHTS).orElseThrow();
  }
}
