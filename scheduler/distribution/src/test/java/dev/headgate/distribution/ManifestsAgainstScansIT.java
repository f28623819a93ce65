package dev.headgate.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headgate.catalog.VersionedCatalog;
import dev.headgate.catalog.state.BranchSpec;
import dev.headgate.catalog.statistics.ColumnStatistics;
import dev.headgate.catalog.statistics.TableStatistics;
import dev.headgate.catalog.statistics.TouchedPartitions;
import dev.headgate.catalog.view.LakeCatalog;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.iceberg.BaseTable;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.catalog.TableIdentifier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What manifests tell of tables that Spark wrote is what a scan by Spark finds: figures of columns,
 * and which rows a branch left as they were.
 */
class ManifestsAgainstScansIT {
  private static final String COLUMNS =
      "ok BOOLEAN, i INT, n BIGINT, f FLOAT, x DOUBLE, price DECIMAL(12, 2), d DATE,"
          + " at TIMESTAMP, `local time` TIMESTAMP_NTZ, name STRING";

  /** Rows from numbers, with values that are missing, negative, and hard to quote. */
  private static final String ROWS =
      "SELECT id % 3 = 0, CAST(id % 7 - 3 AS INT), id * 1000000007, CAST(id / 8 AS FLOAT), -id / 10,"
          + " CAST(IF(id % 5 = 0, NULL, id / 4 - 9) AS DECIMAL(12, 2)),"
          + " IF(id % 11 = 0, NULL, DATE '1969-11-20' + CAST(id AS INT)),"
          + " IF(id % 13 = 0, NULL, TIMESTAMP '1969-12-31 20:00:00+00:00' + make_interval(0, 0, 0, 0, CAST(id AS INT), 7, CAST(id / 1000 AS DECIMAL(18, 6)))),"
          + " IF(id % 10 = 1, NULL, TIMESTAMP_NTZ '2001-02-27 23:00:00' + make_interval(0, 0, 0, CAST(id AS INT), 0, 0, 0.000001)),"
          + " element_at(array('DL', 'O\\'Hare', 'a\\\\b', '\\u0024{spark.app.name}', '100% {x} \"`', NULL), CAST(id % 6 + 1 AS INT))"
          + " FROM range(%d, %d)";

  private static final List<String> KEYS =
      List.of(
          "days(at)", "hours(at)", "months(`local time`), ok", "years(d), i", "d", "name", "price");

  private static LakeEndpoint endpoint;
  private static VersionedCatalog lake;
  private static StockSpark spark;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    endpoint = new LakeEndpoint(folder);
    lake = endpoint.lake();
    spark =
        StockSpark.start(
            folder.resolve("spark"), Map.of("spark.sql.session.timeZone", "America/New_York"));
    spark.catalog("main", endpoint.uri(), "main", "");
    spark.sql("CREATE NAMESPACE main.ops");
  }

  @AfterAll
  static void stop() {
    spark.close();
    endpoint.close();
  }

  private static String rows(int from, int to) {
    return ROWS.replace("range(%d, %d)", "range(" + from + ", " + to + ")");
  }

  private static TableMetadata metadata(LakeCatalog view, String table) {
    BaseTable loaded = (BaseTable) view.loadTable(TableIdentifier.of("ops", table));
    return loaded.operations().current();
  }

  private static TableStatistics statistics(String table) {
    TableIdentifier name = TableIdentifier.of("ops", table);
    return TableStatistics.of(metadata(lake.main(), table), lake.main().loadTable(name).io());
  }

  @Test
  void figuresOfColumnsAreThoseOfAScan() {
    spark.sql("CREATE TABLE main.ops.scanned (" + COLUMNS + ")");
    for (int from = 0; from < 300; from += 100) {
      spark.sql("INSERT INTO main.ops.scanned " + rows(from, from + 100));
    }
    Map<String, String> asText =
        Map.of(
            "at",
                "date_format(to_utc_timestamp(%s, current_timezone()), \"yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'\")",
            "local time", "date_format(%s, \"yyyy-MM-dd'T'HH:mm:ss.SSSSSS\")");
    TableStatistics told = statistics("scanned");
    assertThat(told.rows()).hasValue(300);
    assertThat(told.columns()).hasSize(10);
    told.columns()
        .forEach(
            (name, figures) -> {
              assertThat(spark.sql("SELECT count_if(`" + name + "` IS NULL) FROM main.ops.scanned"))
                  .as("nulls of %s", name)
                  .isEqualTo("[[" + figures.nulls().orElseThrow() + "]]");
              if (name.equals("name")) {
                assertThat(figures.lower()).isEmpty();
              } else {
                String text = asText.getOrDefault(name, "%s");
                assertBound(name, text, "min", figures.lower());
                assertBound(name, text, "max", figures.upper());
              }
            });
  }

  private static void assertBound(
      String name, String text, String function, Optional<String> bound) {
    String scanned =
        spark.sql(
            "SELECT " + text.formatted(function + "(`" + name + "`)") + " FROM main.ops.scanned");
    String plain = scanned.replaceAll("^\\[\\[|\\]\\]$", "");
    String trimmed = plain.replaceAll("(\\.\\d*?)0+(Z?)$", "$1$2").replaceAll("\\.(Z?)$", "$1");
    String told = bound.orElseThrow();
    assertThat(told.replaceAll("(\\.\\d*?)0+(Z?)$", "$1$2").replaceAll("\\.(Z?)$", "$1"))
        .as("%s of %s", function, name)
        .isEqualTo(trimmed);
  }

  @Test
  void aMergeOnReadLeavesTheFiguresToAScan() {
    spark.sql(
        "CREATE TABLE main.ops.merged (id BIGINT) TBLPROPERTIES ('write.delete.mode'='merge-on-read')");
    spark.sql("INSERT INTO main.ops.merged SELECT id FROM range(10)");
    assertThat(statistics("merged").columns().get("id"))
        .isEqualTo(
            new ColumnStatistics(java.util.OptionalLong.of(0), Optional.of("0"), Optional.of("9")));
    spark.sql("DELETE FROM main.ops.merged WHERE id = 9");
    assertThat(statistics("merged"))
        .isEqualTo(new TableStatistics(java.util.OptionalLong.empty(), Map.of()));
  }

  @Test
  void rowsOutsideOfTouchedPartitionsAreAsTheyWere() {
    Random random = new Random(20260630);
    for (int i = 0; i < KEYS.size(); i++) {
      String table = "keyed_" + i;
      spark.sql(
          "CREATE TABLE main.ops.%s (%s) PARTITIONED BY (%s)".formatted(table, COLUMNS, KEYS.get(i))
              + " TBLPROPERTIES ('write.delete.mode'='%s')"
                  .formatted(i % 2 == 0 ? "merge-on-read" : "copy-on-write"));
      spark.sql("INSERT INTO main.ops." + table + " " + rows(0, 60));
      long base = metadata(lake.main(), table).currentSnapshot().snapshotId();
      String branch = open(i);
      String on = branch.replace('-', '_') + ".ops." + table;
      int added = random.nextInt(58);
      spark.sql("INSERT INTO " + on + " " + rows(added, added + 2));
      int deleted = random.nextInt(58);
      spark.sql(
          "DELETE FROM %s WHERE n BETWEEN %d AND %d"
              .formatted(on, deleted * 1000000007L, (deleted + 1) * 1000000007L));
      assertSeparates(on, base, lake.branch(branch), table);
    }
  }

  private static String open(int number) {
    String branch = "release-" + (number + 1);
    lake.createBranch(BranchSpec.everything(branch));
    String token = lake.grant(branch, Optional.empty(), "spark", Duration.ofHours(1));
    spark.catalog(branch.replace('-', '_'), endpoint.uri(), branch, token);
    return branch;
  }

  private static void assertSeparates(String on, long base, LakeCatalog view, String table) {
    TouchedPartitions touched =
        TouchedPartitions.since(
                base, metadata(view, table), view.loadTable(TableIdentifier.of("ops", table)).io())
            .orElseThrow();
    String now = " FROM " + on;
    String then = now + " VERSION AS OF 'published'";
    String outside = " WHERE NOT " + touched.predicate();
    assertThat(scalar("SELECT COUNT(*)" + now + outside))
        .as("some rows are left alone")
        .isPositive();
    for (String state : List.of(now, then)) {
      assertThat(scalar("SELECT COUNT(*)" + state + " WHERE " + touched.predicate() + " IS NULL"))
          .isZero();
    }
    assertThat(difference("SELECT *" + now + outside, "SELECT *" + then + outside))
        .as("rows outside of %s", touched.predicate())
        .isZero();
    String parts = "SELECT DISTINCT to_json(_partition, map('ignoreNullFields', 'false'))";
    String inside = " WHERE " + touched.predicate();
    String selected = parts + now + inside + " UNION " + parts + then + inside;
    String untouched = parts + now + outside + " UNION " + parts + then + outside;
    assertThat(scalar("SELECT COUNT(*) FROM ((" + selected + ") INTERSECT (" + untouched + "))"))
        .as("a partition is touched or it is not")
        .isZero();
    long rows =
        scalar("SELECT COUNT(*)" + now + inside) + scalar("SELECT COUNT(*)" + then + inside);
    assertThat(touched.rows()).isBetween(rows, rows + 60);
  }

  private static long scalar(String query) {
    return Long.parseLong(spark.sql(query).replaceAll("[\\[\\]]", ""));
  }

  private static long difference(String one, String other) {
    return scalar(
        "SELECT COUNT(*) FROM ((%1$s) EXCEPT ALL (%2$s) UNION ALL ((%2$s) EXCEPT ALL (%1$s)))"
            .formatted(one, other));
  }
}
