package dev.headgate.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headgate.catalog.VersionedCatalog;
import dev.headgate.catalog.state.BaseMovedException;
import dev.headgate.catalog.state.BranchSpec;
import dev.headgate.catalog.state.Participant;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.iceberg.BaseTable;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every kind of statement that Spark has, on a branch of our endpoint: nothing of it shows in main
 * before the promotion, all of it after, and no file that anyone refers to is lost.
 */
class StatementsOnABranchIT {
  private static LakeEndpoint endpoint;
  private static VersionedCatalog lake;
  private static StockSpark spark;
  private static int tests;

  private String namespace;
  private String branch;
  private String main;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    endpoint = new LakeEndpoint(folder);
    lake = endpoint.lake();
    spark = StockSpark.start(folder.resolve("spark"), Map.of());
    spark.catalog("main", endpoint.uri(), "main", "");
  }

  @AfterAll
  static void stop() {
    spark.close();
    endpoint.close();
  }

  @BeforeEach
  void namespace() {
    tests++;
    namespace = "test_" + tests;
    main = "main." + namespace;
    spark.sql("CREATE NAMESPACE " + main);
  }

  @Test
  void columnsAreAddedDroppedRenamedSwappedAndWidened() {
    spark.sql("CREATE TABLE " + main + ".t (id BIGINT, a INT, b INT, note STRING, size INT)");
    spark.sql("INSERT INTO " + main + ".t VALUES (1, 10, 20, 'x', 5), (2, 11, 21, 'y', 6)");

    Told told =
        onABranch(
            "ALTER TABLE t ADD COLUMN city STRING",
            "ALTER TABLE t DROP COLUMN note",
            "ALTER TABLE t RENAME COLUMN id TO key",
            "ALTER TABLE t RENAME COLUMN a TO was_a",
            "ALTER TABLE t RENAME COLUMN b TO a",
            "ALTER TABLE t RENAME COLUMN was_a TO b",
            "ALTER TABLE t ALTER COLUMN size TYPE BIGINT",
            "INSERT INTO t VALUES (3, 12, 22, 9000000000, 'Oslo')");

    assertThat(told.after.get("t"))
        .contains("key,bigint", "size,bigint", "city,string")
        .doesNotContain("note")
        .endsWith("[[1,10,20,5,null], [2,11,21,6,null], [3,12,22,9000000000,Oslo]]");
    assertThat(spark.sql("SELECT b, a FROM " + main + ".t WHERE key = 1")).isEqualTo("[[10,20]]");
  }

  @Test
  void aTableIsPartitionedByAColumnThatIsItselfNew() {
    spark.sql("CREATE TABLE " + main + ".t (id BIGINT)");
    spark.sql("INSERT INTO " + main + ".t VALUES (1)");

    onABranch(
        "ALTER TABLE t ADD COLUMN region STRING",
        "ALTER TABLE t ADD PARTITION FIELD region",
        "INSERT INTO t VALUES (2, 'north'), (3, 'south')",
        "UPDATE t SET region = 'west' WHERE id = 3");

    assertThat(spark.sql("SELECT * FROM " + main + ".t ORDER BY id"))
        .isEqualTo("[[1,null], [2,north], [3,west]]");
    assertThat(spark.sql("SELECT DISTINCT partition.region FROM " + main + ".t.files ORDER BY 1"))
        .isEqualTo("[[null], [north], [west]]");
  }

  @Test
  void rowsAreInsertedAndOverwrittenStaticallyAndDynamically() {
    spark.sql("CREATE TABLE " + main + ".t (id BIGINT, region STRING) PARTITIONED BY (region)");
    spark.sql("INSERT INTO " + main + ".t VALUES (1, 'north'), (2, 'south'), (3, 'west')");

    onABranch(
        "INSERT INTO t VALUES (4, 'west')",
        "INSERT OVERWRITE t PARTITION (region = 'north') SELECT 10",
        "SET spark.sql.sources.partitionOverwriteMode=dynamic",
        "INSERT OVERWRITE t VALUES (20, 'south')",
        "SET spark.sql.sources.partitionOverwriteMode=static");

    assertThat(spark.sql("SELECT * FROM " + main + ".t ORDER BY id"))
        .isEqualTo("[[3,west], [4,west], [10,north], [20,south]]");

    onABranch("INSERT OVERWRITE t VALUES (99, 'east')");
    assertThat(spark.sql("SELECT * FROM " + main + ".t")).isEqualTo("[[99,east]]");
  }

  @Test
  void rowsAreUpdatedDeletedAndMergedByCopyAndByDeleteFiles() {
    for (String mode : List.of("copy-on-write", "merge-on-read")) {
      String table = mode.equals("copy-on-write") ? "cow" : "mor";
      spark.sql(
          "CREATE TABLE %s.%s (id BIGINT, v STRING) TBLPROPERTIES ('format-version'='2',"
                  .formatted(main, table)
              + " 'write.update.mode'='%1$s', 'write.delete.mode'='%1$s', 'write.merge.mode'='%1$s')"
                  .formatted(mode));
      spark.sql("INSERT INTO " + main + "." + table + " VALUES (1,'a'), (2,'b'), (3,'c'), (4,'d')");
    }
    List<String> statements = new ArrayList<>();
    for (String table : List.of("cow", "mor")) {
      statements.add("UPDATE " + table + " SET v = 'changed' WHERE id = 1");
      statements.add("DELETE FROM " + table + " WHERE id = 2");
      statements.add(
          "MERGE INTO "
              + table
              + " t USING (SELECT 3L id, 'merged' v UNION ALL SELECT 5L, 'new') s ON t.id = s.id"
              + " WHEN MATCHED THEN UPDATE SET v = s.v WHEN NOT MATCHED THEN INSERT *");
    }

    onABranch(statements.toArray(String[]::new));

    for (String table : List.of("cow", "mor")) {
      assertThat(spark.sql("SELECT * FROM " + main + "." + table + " ORDER BY id"))
          .isEqualTo("[[1,changed], [3,merged], [4,d], [5,new]]");
    }
    assertThat(spark.sql("SELECT COUNT(*) > 0 FROM " + main + ".mor.delete_files"))
        .isEqualTo("[[true]]");
    assertThat(spark.sql("SELECT COUNT(*) FROM " + main + ".cow.delete_files")).isEqualTo("[[0]]");
  }

  @Test
  void tablesAreMadeReplacedRenamedAndDropped() {
    for (String table : List.of("replaced", "gone", "moved", "again")) {
      spark.sql("CREATE TABLE " + main + "." + table + " (id BIGINT)");
      spark.sql("INSERT INTO " + main + "." + table + " VALUES (1)");
    }
    String before = "instant_" + tests;
    spark.catalog(before, endpoint.uri(), "instant-" + lake.head(), "");

    Told told =
        onABranch(
            "CREATE TABLE made AS SELECT id, 'made' AS v FROM replaced",
            "CREATE OR REPLACE TABLE replaced AS SELECT 'other' AS name, 7 AS n",
            "DROP TABLE gone",
            "ALTER TABLE moved RENAME TO there",
            "DROP TABLE again",
            "CREATE TABLE again AS SELECT 'again' AS v");

    assertThat(told.after.keySet()).containsExactly("again", "made", "replaced", "there");
    assertThat(spark.sql("SELECT * FROM " + main + ".made")).isEqualTo("[[1,made]]");
    assertThat(spark.sql("SELECT * FROM " + main + ".replaced")).isEqualTo("[[other,7]]");
    assertThat(spark.sql("SELECT * FROM " + main + ".again")).isEqualTo("[[again]]");
    for (String table : List.of("replaced", "gone", "moved", "again")) {
      assertThat(spark.sql("SELECT * FROM " + before + "." + namespace + "." + table))
          .as("what was dropped is still there at the instant before")
          .isEqualTo("[[1]]");
    }
  }

  /**
   * Spark would delete the files itself, which main and older versions show. It asks the table
   * first whether it may, and ours say no.
   */
  @Test
  void aPurgeDeletesNothing() {
    spark.sql("CREATE TABLE " + main + ".t (id BIGINT)");
    spark.sql("INSERT INTO " + main + ".t VALUES (1)");
    String name = open();
    on(name, "INSERT INTO t VALUES (2)");
    on(name, "CREATE TABLE made AS SELECT 3 AS id");

    for (String table : List.of("t", "made")) {
      assertThatThrownBy(() -> on(name, "DROP TABLE " + table + " PURGE"))
          .hasMessageContaining("Cannot purge table");
    }
    assertThat(spark.sql("SELECT * FROM t ORDER BY id")).isEqualTo("[[1], [2]]");
    on(name, "DROP TABLE t");
    promote(name);
    collectTwice();

    assertThat(content("main").keySet()).containsExactly("made");
    assertThat(spark.sql("SELECT * FROM " + main + ".made")).isEqualTo("[[3]]");
  }

  @Test
  void viewsAreMadeReplacedAndDropped() {
    spark.sql("CREATE TABLE " + main + ".t (id BIGINT)");
    spark.sql("INSERT INTO " + main + ".t VALUES (1)");
    onABranch(
        "CREATE VIEW total AS SELECT COUNT(*) AS n FROM " + namespace + ".t",
        "CREATE VIEW old AS SELECT 1 AS one");
    assertThat(spark.sql("SELECT * FROM " + main + ".total")).isEqualTo("[[1]]");

    onABranch(
        "INSERT INTO t VALUES (2)",
        "CREATE OR REPLACE VIEW total AS SELECT COUNT(*) AS n, MAX(id) AS top FROM "
            + namespace
            + ".t",
        "DROP VIEW old");

    assertThat(spark.sql("SELECT * FROM " + main + ".total")).isEqualTo("[[2,2]]");
    assertThat(spark.sql("SHOW VIEWS IN " + main)).contains("total").doesNotContain("old");
  }

  @Test
  void namespacesAreMadeOnABranch() {
    String other = namespace + "_other";
    onABranch("CREATE NAMESPACE " + other, "CREATE TABLE " + other + ".t AS SELECT 1 AS id");
    assertThat(spark.sql("SELECT * FROM main." + other + ".t")).isEqualTo("[[1]]");
  }

  @Test
  void twoBranchesOnOneTableDoNotDisturbEachOtherAndTheSecondIsAConflict() {
    spark.sql("CREATE TABLE " + main + ".t (id BIGINT, v STRING)");
    spark.sql("INSERT INTO " + main + ".t VALUES (1, 'base')");
    String first = open();
    String second = open();

    on(first, "ALTER TABLE t ADD COLUMN x INT");
    on(second, "ALTER TABLE t ADD COLUMN y STRING");
    on(first, "INSERT INTO t VALUES (2, 'first', 7)");
    on(second, "INSERT INTO t VALUES (3, 'second', 'why')");
    on(first, "UPDATE t SET v = 'one' WHERE id = 1");

    assertThat(spark.sql("SELECT * FROM t ORDER BY id")).isEqualTo("[[1,one,null], [2,first,7]]");
    on(second, "DELETE FROM t WHERE id = 1");
    assertThat(spark.sql("SELECT * FROM t ORDER BY id")).isEqualTo("[[3,second,why]]");
    assertThat(spark.sql("SELECT * FROM " + main + ".t")).isEqualTo("[[1,base]]");

    promote(first);
    assertThatThrownBy(() -> promote(second)).isInstanceOf(BaseMovedException.class);
    assertThat(spark.sql("SELECT * FROM " + main + ".t ORDER BY id"))
        .isEqualTo("[[1,one,null], [2,first,7]]");
  }

  /** What a branch showed and main shows now: schema and rows of each table, by its name. */
  private record Told(Map<String, String> after) {}

  /**
   * Runs statements on a new branch, and promotes it. After each of them main is as it was; after
   * the promotion it is what the branch was.
   */
  private Told onABranch(String... statements) {
    Map<String, String> pointers = pointers();
    Map<String, String> before = content("main");
    branch = open();
    for (String statement : statements) {
      on(branch, statement);
      assertThat(pointers()).as("main after " + statement).isEqualTo(pointers);
    }
    assertThat(content("main")).isEqualTo(before);
    Map<String, String> written = content(catalog(branch));
    promote(branch);
    assertThat(content("main")).isEqualTo(written);
    collectTwice();
    assertThat(content("main")).as("after the collector").isEqualTo(written);
    mainIsWritable(written);
    return new Told(written);
  }

  private String open() {
    String name = "release-" + tests + "-" + System.nanoTime();
    lake.createBranch(BranchSpec.everything(name));
    String token = lake.grant(name, Optional.empty(), "spark", Duration.ofHours(1));
    spark.catalog(catalog(name), endpoint.uri(), name, token);
    return name;
  }

  private static String catalog(String name) {
    return name.replace('-', '_');
  }

  private void on(String name, String statement) {
    spark.sql("USE " + catalog(name) + "." + namespace);
    spark.sql(statement);
  }

  private static void promote(String name) {
    String digest = lake.freeze(name, "seen");
    lake.promote(Map.of(name, digest), "test", Participant.NONE);
  }

  private static void collectTwice() {
    lake.collect();
    lake.collect();
  }

  /** All that main shows: a pointer stands for everything below it, because files never change. */
  private Map<String, String> pointers() {
    Map<String, String> pointers = new TreeMap<>();
    for (Namespace one : lake.main().listNamespaces()) {
      pointers.put(one.toString(), "namespace");
      lake.main().listTables(one).forEach(t -> pointers.put(t.toString(), location(t)));
      lake.main().listViews(one).forEach(v -> pointers.put(v.toString(), version(v)));
    }
    return pointers;
  }

  private static String location(TableIdentifier table) {
    return ((BaseTable) lake.main().loadTable(table)).operations().current().metadataFileLocation();
  }

  private static String version(TableIdentifier view) {
    return lake.main().loadView(view).currentVersion().toString();
  }

  /** What Spark shows of a namespace: schema and rows of each table and view. */
  private Map<String, String> content(String catalog) {
    Map<String, String> content = new TreeMap<>();
    String in = catalog + "." + namespace;
    for (String kind : List.of("TABLES", "VIEWS")) {
      for (String row : rows(spark.sql("SHOW " + kind + " IN " + in))) {
        String table = row.split(",", -1)[1];
        content.put(
            table,
            spark.sql("DESCRIBE " + in + "." + table)
                + spark.sql("SELECT * FROM " + in + "." + table + " ORDER BY ALL NULLS LAST"));
      }
    }
    return content;
  }

  private static List<String> rows(String printed) {
    String inner = printed.substring(1, printed.length() - 1);
    return inner.isEmpty()
        ? List.of()
        : List.of(inner.substring(1, inner.length() - 1).split("\\], \\[", -1));
  }

  /** A source table goes on being written directly after a promotion. */
  private void mainIsWritable(Map<String, String> written) {
    if (written.containsKey("t")) {
      spark.sql("ALTER TABLE " + main + ".t SET TBLPROPERTIES ('seen'='" + branch + "')");
    }
  }
}
