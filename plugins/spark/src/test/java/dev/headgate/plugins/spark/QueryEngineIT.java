package dev.headgate.plugins.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headgate.spi.CatalogAccess;
import dev.headgate.spi.PluginException;
import dev.headgate.spi.QueryEngine;
import dev.headgate.spi.QueryException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(World.Extension.class)
class QueryEngineIT {
  private static final Duration LONG = Duration.ofMinutes(2);

  private final World world;
  private final CatalogAccess view;

  QueryEngineIT(World world) {
    this.world = world;
    this.view = world.lake.view("queries");
  }

  @Test
  void valuesHaveTheirTypes() throws Exception {
    QueryEngine.Result result =
        query(
            "SELECT NULL AS nothing, 'text' AS s, true AS b, 1Y AS t, 2S AS sh, 3 AS i, 4L AS l,"
                + " CAST(0.5 AS FLOAT) AS f, 0.25D AS d, 12345678901234567890.12 AS dec,"
                + " DATE'1500-01-02' AS day, TIMESTAMP_NTZ'2001-06-30 23:59:59.123456' AS ntz,"
                + " TIMESTAMP'2001-06-30 23:59:59.123456Z' AS ts, array(1, NULL) AS a,"
                + " map('k', DATE'2001-06-30') AS m, named_struct('x', 'q\"', 'y', array(1.5D)) AS st,"
                + " X'0AFF' AS bin, INTERVAL '1' DAY AS iv");

    assertThat(result.rows())
        .containsExactly(
            Arrays.asList(
                null,
                "text",
                true,
                1L,
                2L,
                3L,
                4L,
                0.5,
                0.25,
                new BigDecimal("12345678901234567890.12"),
                LocalDate.of(1500, 1, 2),
                LocalDateTime.parse("2001-06-30T23:59:59.123456"),
                Instant.parse("2001-06-30T23:59:59.123456Z"),
                "[1,null]",
                "{\"k\":\"2001-06-30\"}",
                "{\"x\":\"q\\\"\",\"y\":[1.5]}",
                "0aff",
                "INTERVAL '1' DAY"));
    assertThat(result.columns().get(9).type()).isEqualTo("decimal(22,2)");
    assertThat(result.columns().get(15).type()).isEqualTo("struct<x:string,y:array<double>>");
    assertThat(result.truncated()).isFalse();
  }

  @Test
  void moreRowsThanAskedForAreCutOff() throws Exception {
    String sql = "SELECT id FROM range(10) ORDER BY id DESC";
    assertThat(world.queries.query(view, sql, 3, LONG).rows())
        .containsExactly(List.of(9L), List.of(8L), List.of(7L));
    assertThat(world.queries.query(view, sql, 3, LONG).truncated()).isTrue();
    assertThat(world.queries.query(view, sql, 10, LONG).truncated()).isFalse();
  }

  @Test
  void onlyQueriesAreRun() throws Exception {
    assertThat(query("SHOW NAMESPACES").columns()).hasSize(1);
    assertThat(query("EXPLAIN SELECT 1").rows()).hasSize(1);
    assertThat(query("WITH a AS (VALUES (1)) SELECT * FROM a").rows()).hasSize(1);
    for (String change :
        List.of(
            "CREATE NAMESPACE x",
            "WITH a AS (SELECT 1) INSERT INTO b SELECT * FROM a",
            "SELECT 1; DROP TABLE x",
            "SET spark.sql.catalog.lake.warehouse=other")) {
      assertThatThrownBy(() -> query(change))
          .isInstanceOf(PluginException.class)
          .hasMessageStartingWith("expected ");
    }
    assertThatThrownBy(() -> query("SELECT * FROM text.`/etc/hostname`"))
        .isInstanceOf(PluginException.class);
  }

  /** It would end the process that all products share. */
  @Test
  void noCodeBesideSqlIsCalled() throws Exception {
    for (String call :
        List.of(
            "reflect('java.lang.System', 'exit', 3)",
            "java_method('java.lang.System', 'getenv', 'PATH')",
            "`try_reflect`('java.lang.System', 'lineSeparator')",
            "length((SELECT reflect('java.lang.System', 'lineSeparator')))")) {
      assertThatThrownBy(() -> query("SELECT 1,\n " + call))
          .isInstanceOf(QueryException.class)
          .hasMessageContaining("it calls a method of a Java class: expected only functions of SQL")
          .hasMessageContaining("(at 2:");
    }
    assertThatThrownBy(() -> query("SELECT TRANSFORM(id) USING 'cat' AS (x) FROM range(1)"))
        .isInstanceOf(QueryException.class)
        .hasMessageContaining("it calls a script: expected only functions of SQL");
  }

  @Test
  void aWrongQuerySaysWhy() {
    assertThatThrownBy(() -> query("SELECT 1,\n nope FROM range(1)"))
        .isInstanceOf(PluginException.class)
        .hasMessageContaining("`nope`")
        .hasMessageEndingWith("(at 2:2)");
  }

  @Test
  void aSlowQueryIsStopped() throws Exception {
    assertThatThrownBy(
            () -> world.queries.query(view, SqlLauncherIT.ENDLESS, 1, Duration.ofSeconds(3)))
        .isInstanceOf(PluginException.class)
        .hasMessage("the query took longer than 3 s");
    assertThat(query("SELECT 1").rows()).containsExactly(List.of(1L));
  }

  @Test
  void warmQueriesAreFast() throws Exception {
    query("SELECT 1");
    long start = System.nanoTime();
    for (int i = 0; i < 5; i++) {
      query("SELECT " + i);
    }
    long millis = (System.nanoTime() - start) / 5_000_000;
    System.out.println("warm query: " + millis + " ms");
    assertThat(millis).isLessThan(10_000);
  }

  private QueryEngine.Result query(String sql) throws InterruptedException {
    return world.queries.query(view, sql, 100, LONG);
  }
}
