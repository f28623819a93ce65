package dev.headgate.plugins.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headgate.model.product.Dataset;
import dev.headgate.model.product.WriteMode;
import dev.headgate.spi.CatalogAccess;
import dev.headgate.spi.JobOutcome;
import dev.headgate.spi.JobRequest;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(World.Extension.class)
class SqlLauncherIT {
  private static final WriteMode OVERWRITE = new WriteMode.Overwrite();
  private static final WriteMode PARTITIONS = new WriteMode.OverwritePartitions();
  private static final WriteMode APPEND = new WriteMode.Append();

  /** Runs for much longer than any test. */
  static final String ENDLESS =
      "SELECT sum(a.id * b.id % 7) AS s FROM range(100000000) a CROSS JOIN range(1000000) b";

  private final World world;
  private final CatalogAccess view;

  SqlLauncherIT(World world) {
    this.world = world;
    this.view = world.lake.view("main");
  }

  @Test
  void createsNamespaceAndPartitionedTableAndReplacesAllRows() throws Exception {
    Dataset dataset = World.dataset("deep.er.days", "day(at), bucket(4, origin)", OVERWRITE);

    succeeds(
        dataset,
        "SELECT TIMESTAMP '2001-06-29 10:00:00' AS at, 'BOS' AS origin, 1L AS n"
            + " UNION ALL SELECT TIMESTAMP '2001-06-30 10:00:00', 'JFK', 2L");
    succeeds(dataset, "SELECT 3L AS n, TIMESTAMP '2001-07-01 10:00:00' AS at, 'SFO' AS origin");

    Table table = table("deep.er.days");
    assertThat(table.spec().toString()).contains("at_day: day(1)", "origin_bucket: bucket[4](2)");
    assertThat(table.snapshots()).hasSize(2);
    assertThat(world.rows(view, "SELECT n, origin FROM deep.er.days"))
        .containsExactly(List.of(3L, "SFO"));
  }

  @Test
  void everySnapshotCarriesTheGivenProperties() throws Exception {
    Dataset append = World.dataset("props.t", null, APPEND);
    Dataset merge = World.dataset("props.t", null, new WriteMode.Merge(List.of("k")));
    Dataset replace = World.dataset("props.t", "k", OVERWRITE);
    for (Dataset dataset :
        List.of(append, append, merge, World.dataset("props.t", null, OVERWRITE), replace)) {
      succeeds(dataset, "SELECT 1 AS k, 2 AS v");
    }
    succeeds(World.dataset("props.t", "k", PARTITIONS), "SELECT 1 AS k, 3 AS v");

    Table table = table("props.t");
    assertThat(table.snapshots()).hasSize(6);
    for (Snapshot snapshot : table.snapshots()) {
      assertThat(snapshot.summary()).containsKeys("headgate.release", "headgate.run");
    }
  }

  @Test
  void overwritePartitionsLeavesOtherPartitions() throws Exception {
    Dataset dataset = World.dataset("parts.t", "day(d)", PARTITIONS);
    succeeds(
        dataset,
        "SELECT * FROM VALUES (DATE'2001-06-29', 1), (DATE'2001-06-30', 2), (DATE'2001-06-30', 3)"
            + " AS v(d, n)");
    succeeds(dataset, "SELECT 9 AS n, DATE'2001-06-30' AS d");

    assertThat(world.rows(view, "SELECT n FROM parts.t ORDER BY n"))
        .containsExactly(List.of(1L), List.of(9L));
  }

  @Test
  void mergeUpdatesAndInserts() throws Exception {
    Dataset dataset = World.dataset("merge.t", null, new WriteMode.Merge(List.of("id", "part")));
    succeeds(
        dataset,
        "SELECT * FROM VALUES (1, 'a', 10), (2, 'a', 20), (3, NULL, 30) AS v(id, part, n)");
    succeeds(
        dataset,
        "SELECT * FROM VALUES (21, 2, 'a'), (40, 4, 'b'), (31, 3, NULL) AS v(n, id, part)");

    assertThat(world.rows(view, "SELECT id, n FROM merge.t ORDER BY id"))
        .containsExactly(List.of(1L, 10L), List.of(2L, 21L), List.of(3L, 31L), List.of(4L, 40L));
  }

  @Test
  void newAndWiderColumnsComeIntoTheTable() throws Exception {
    Dataset dataset = World.dataset("evolve.t", null, APPEND);
    succeeds(dataset, "SELECT 1 AS id, CAST(1 AS FLOAT) AS f, named_struct('x', 1) AS p");
    int idColumn = table("evolve.t").schema().findField("id").fieldId();
    succeeds(
        dataset,
        "SELECT 'new' AS extra, 5000000000L AS id, CAST(2 AS DOUBLE) AS f,"
            + " named_struct('y', 'deep', 'x', 2) AS p");
    succeeds(
        dataset,
        "SELECT 3 AS id, CAST(NULL AS STRING) AS extra, CAST(3 AS FLOAT) AS f,"
            + " named_struct('x', 3, 'y', 'z') AS p");

    assertThat(world.rows(view, "SELECT id, extra, p.y FROM evolve.t ORDER BY f").toString())
        .isEqualTo("[[1, null, null], [5000000000, new, deep], [3, null, z]]");
    assertThat(table("evolve.t").schema().findField("id").fieldId()).isEqualTo(idColumn);
  }

  @Test
  void whatCannotEvolveIsRefusedUnlessAllIsReplaced() throws Exception {
    Dataset append = World.dataset("drift.t", null, APPEND);
    succeeds(append, "SELECT 1 AS id, 'x' AS name, 5 AS gone");

    JobOutcome.Failed failed = fails(append, "SELECT 'one' AS id, 'x' AS name");
    assertThat(failed.retryable()).isFalse();
    assertThat(failed.message())
        .startsWith("sql/x.sql: drift.t cannot take the result")
        .contains("column `id` is STRING in the result and INT in the table")
        .contains("column `gone` is not in the result");

    succeeds(World.dataset("drift.t", null, OVERWRITE), "SELECT 'one' AS id, 'x' AS name");
    assertThat(world.rows(view, "SELECT * FROM drift.t")).containsExactly(List.of("one", "x"));
    assertThat(table("drift.t").snapshots()).hasSize(2);
  }

  @Test
  void anotherPartitioningIsTakenUp() throws Exception {
    String sql = "SELECT DATE'2001-06-30' AS d, 1 AS n";
    succeeds(World.dataset("respec.t", "month(d)", APPEND), sql);
    assertThat(fails(World.dataset("respec.t", "day(d)", PARTITIONS), sql).message())
        .contains("respec.t is partitioned by (months(`d`)), the pipeline says (days(`d`))");

    succeeds(World.dataset("respec.t", "day(d), truncate(10, n)", APPEND), sql);
    assertThat(table("respec.t").spec().toString()).contains("d_day: day(1)", "truncate[10](2)");

    succeeds(World.dataset("respec.t", "n", OVERWRITE), sql);
    assertThat(table("respec.t").spec().toString())
        .contains("n: identity(2)")
        .doesNotContain("day");
  }

  @Test
  void parametersAreTypedAndMissingOnesAreNull() throws Exception {
    Dataset dataset = World.dataset("params.t", null, OVERWRITE);
    String sql =
        "SELECT date_add(:day, 1) AS next, :n + 1 AS n, ':day' AS text, -- :comment\n"
            + " :missing IS NULL AS missing, upper(:word) AS word FROM range(5) LIMIT :n";

    JobRequest request =
        world.sqlRequest(
            view, dataset, sql, Map.of("day", "2001-06-30", "n", "2", "word", "o'hare"));
    assertThat(world.sql.run(request, new World.Listener()))
        .isInstanceOf(JobOutcome.Succeeded.class);

    List<Object> row = List.of(java.time.LocalDate.of(2001, 7, 1), 3L, ":day", true, "O'HARE");
    assertThat(world.rows(view, "SELECT * FROM params.t")).containsExactly(row, row);
    assertThat(Files.readString(request.log()))
        .contains("parameter :missing is not given")
        .doesNotContain("token-of-main");
  }

  @Test
  void aWrongQuerySaysWhereAndIsNotTriedAgain() throws Exception {
    Dataset dataset = World.dataset("wrong.t", null, OVERWRITE);

    JobOutcome.Failed column = fails(dataset, "SELECT 1 AS a,\n       nope\nFROM range(3)");
    assertThat(column.message()).startsWith("sql/x.sql:2:8: ").contains("`nope`");
    assertThat(column.message()).doesNotContain("Project").hasLineCount(1);
    JobOutcome.Failed syntax = fails(dataset, "SELECT 1 AS a\nFROM range(3) LIMITED TO 5");
    assertThat(syntax.message()).startsWith("sql/x.sql:2:23: ").contains("Syntax error");
    JobOutcome.Failed table = fails(dataset, "SELECT * FROM nowhere.nothing");
    assertThat(table.message()).startsWith("sql/x.sql:1:15: ").contains("`nowhere`.`nothing`");
    JobOutcome.Failed data =
        fails(dataset, "SELECT CAST(concat('x', id) AS INT) AS n FROM range(3)");
    assertThat(data.message()).contains("CAST_INVALID_INPUT");
    JobOutcome.Failed insert = fails(dataset, "INSERT INTO wrong.t VALUES (1)");
    assertThat(insert.message())
        .isEqualTo("sql/x.sql: expected a query, found INSERT; Headgate writes its result");

    assertThat(List.of(column, syntax, table, data, insert))
        .noneMatch(JobOutcome.Failed::retryable);
    assertThat(world.lake.hasTable("main", "wrong.t")).isFalse();
  }

  @Test
  void interruptStopsTheStatement() throws Exception {
    JobRequest request =
        world.sqlRequest(view, World.dataset("stop.t", null, OVERWRITE), ENDLESS, Map.of());
    World.Listener listener = new World.Listener();
    AtomicReference<Object> result = new AtomicReference<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                result.set(world.sql.run(request, listener));
              } catch (InterruptedException e) {
                result.set(e);
              }
            });
    thread.start();
    Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .until(
            () ->
                Files.exists(request.log())
                    && Files.readString(request.log()).contains("CREATE TABLE"));
    thread.interrupt();
    thread.join(60_000);

    assertThat(result.get()).isInstanceOf(InterruptedException.class);
    assertThat(world.lake.hasTable("main", "stop.t")).isFalse();
  }

  @Test
  void sessionsOnTwoWarehousesDoNotMix() throws Exception {
    CatalogAccess one = world.lake.view("one");
    CatalogAccess two = world.lake.view("two");
    Dataset dataset = World.dataset("same.name", null, APPEND);
    for (int round = 0; round < 2; round++) {
      CompletableFuture<JobOutcome> other =
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  return world.build(two, dataset, "SELECT 'two' AS w");
                } catch (InterruptedException e) {
                  throw new IllegalStateException(e);
                }
              });
      assertThat(world.build(one, dataset, "SELECT 'one' AS w"))
          .isInstanceOf(JobOutcome.Succeeded.class);
      assertThat(other.get()).isInstanceOf(JobOutcome.Succeeded.class);
    }

    assertThat(world.rows(one, "SELECT DISTINCT w FROM same.name"))
        .isEqualTo(List.of(List.of("one")));
    assertThat(world.rows(two, "SELECT DISTINCT w FROM same.name"))
        .isEqualTo(List.of(List.of("two")));
    assertThat(world.lake.tokens("one")).containsExactly("token-of-one");
    assertThat(world.lake.tokens("two")).containsExactly("token-of-two");
  }

  private Table table(String name) {
    return world.lake.table("main", name);
  }

  private void succeeds(Dataset dataset, String sql) throws InterruptedException {
    assertThat(world.build(view, dataset, sql)).isInstanceOf(JobOutcome.Succeeded.class);
  }

  private JobOutcome.Failed fails(Dataset dataset, String sql) throws InterruptedException {
    JobOutcome outcome = world.build(view, dataset, sql);
    assertThat(outcome).isInstanceOf(JobOutcome.Failed.class);
    return (JobOutcome.Failed) outcome;
  }
}
