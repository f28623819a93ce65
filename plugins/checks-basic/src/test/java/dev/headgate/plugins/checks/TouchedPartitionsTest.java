package dev.headgate.plugins.checks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headgate.model.check.CheckSpec;
import dev.headgate.model.release.Finding.Source;
import dev.headgate.spi.Check;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What earlier figures and the touched partitions add up to is what a scan of everything finds. */
class TouchedPartitionsTest {
  private static final int DAYS = 12;
  private static final String COLUMNS = " (`day` INT, `tail` VARCHAR, `delay` INT)";
  private static final List<CheckSpec> RULES =
      List.of(
          Scene.rule("rows", "rowCount", Map.of("mustBe", 0L)),
          Scene.rule("nulls", "nullValues", Map.of("column", "tail", "mustBe", 0L)),
          Scene.rule(
              "share", "nullValues", Map.of("column", "delay", "mustBe", 0L, "unit", "percent")),
          Scene.rule(
              "missing",
              "missingValues",
              Map.of(
                  "column",
                  "tail",
                  "mustBe",
                  0L,
                  "arguments",
                  Map.of("missingValues", List.of("a")))),
          Scene.rule(
              "invalid",
              "invalidValues",
              Map.of("column", "delay", "mustBe", 0L, "arguments", Map.of("minimum", 0L))),
          Scene.rule(
              "key",
              "duplicateValues",
              Map.of("mustBe", 0L, "arguments", Map.of("properties", List.of("tail", "day")))),
          Scene.rule("tails", "duplicateValues", Map.of("column", "tail", "mustBe", 0L)));

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void addsUpToWhatAFullScanFinds(long seed) throws Exception {
    Random random = new Random(seed);
    Map<Integer, List<String>> before = new HashMap<>();
    for (int day = -1; day < DAYS; day++) {
      before.put(day, rows(random, day));
    }
    Map<Integer, List<String>> now = new HashMap<>(before);
    List<Integer> touched = new ArrayList<>();
    for (int i = 0; i < 1 + random.nextInt(3); i++) {
      int day = random.nextInt(DAYS + 2) - 1;
      touched.add(day);
      now.put(day, random.nextInt(4) == 0 ? List.of() : rows(random, day));
    }
    String predicate =
        touched.stream()
            .map(day -> day < 0 ? "`day` IS NULL" : "`day` = " + day)
            .collect(Collectors.joining(" OR "));
    try (Scene scene = scene(before, now)) {
      Map<String, BigDecimal> earlier = values(scene.dataset("lake.before").evaluate(RULES));
      List<Check.Result> scanned = scene.dataset("lake.flights").evaluate(RULES);
      assertThat(scanned).allMatch(r -> source(r) == Source.SCAN);
      scene.asked();

      long count = now.values().stream().mapToLong(List::size).sum();
      scene
          .base("`lake`.`before`")
          .earlier(earlier)
          .table(
              new Described()
                  .column("day", "int")
                  .column("tail", "string")
                  .column("delay", "int")
                  .rows(count)
                  .change(predicate, 1, "day")
                  .table());
      List<Check.Result> added = scene.evaluate(RULES);

      assertThat(values(added)).isEqualTo(values(scanned));
      assertThat(shown(added)).isEqualTo(shown(scanned));
      assertThat(added)
          .extracting(TouchedPartitionsTest::source)
          .as("rows are in metadata, and equal tails are in many partitions")
          .containsExactly(
              Source.METADATA,
              Source.TOUCHED_PARTITIONS,
              Source.TOUCHED_PARTITIONS,
              Source.TOUCHED_PARTITIONS,
              Source.TOUCHED_PARTITIONS,
              Source.TOUCHED_PARTITIONS,
              Source.SCAN);
      assertThat(measuring(scene.asked()))
          .as("one query for all aggregates, one for each uniqueness")
          .hasSize(3);
    }
  }

  @Test
  void whereMuchWasTouchedAllIsScanned() throws Exception {
    assertThat(sources(50, Map.of("nulls", BigDecimal.valueOf(1)))).containsOnly(Source.SCAN);
    assertThat(sources(49, Map.of("nulls", BigDecimal.valueOf(1))))
        .containsExactly(Source.TOUCHED_PARTITIONS, Source.SCAN);
    assertThat(sources(1, Map.of())).containsOnly(Source.SCAN);
  }

  @Test
  void whatCannotBeIsScanned() throws Exception {
    assertThat(sources(1, Map.of("nulls", BigDecimal.valueOf(-5)))).containsOnly(Source.SCAN);
  }

  @Test
  void whereTheStateBeforeLacksAColumnAllIsScanned() throws Exception {
    try (Scene scene =
        new Scene(
                "CREATE TABLE `lake`.`flights` (`tail` VARCHAR)",
                "INSERT INTO `lake`.`flights` VALUES (NULL)",
                "CREATE TABLE `lake`.`before` (`other` VARCHAR)")
            .base("`lake`.`before`")
            .earlier(Map.of("nulls", BigDecimal.valueOf(7)))
            .table(new Described().column("tail", "string").rows(100).change("1 = 1", 2).table())) {
      Check.Result.Measured result = scene.measured(RULES.get(1));
      assertThat(result.shown()).isEqualTo("1");
      assertThat(result.evidence().source()).isEqualTo(Source.SCAN);
    }
  }

  @Test
  void whatIsProvenNowIsStillTakenFromWhatWasBefore() throws Exception {
    try (Scene scene =
        new Scene(
                "CREATE TABLE `lake`.`flights` (`n` INT)",
                "INSERT INTO `lake`.`flights` VALUES (5)",
                "CREATE TABLE `lake`.`before` (`n` INT)",
                "INSERT INTO `lake`.`before` VALUES (-1116)")
            .base("`lake`.`before`")
            .earlier(Map.of("invalidValues", BigDecimal.valueOf(1)))
            .table(
                new Described()
                    .column("n", "int")
                    .rows(100)
                    .bounds("n", "5", "5")
                    .change("1 = 1", 2)
                    .table())) {
      Check.Result.Measured result =
          scene.measured(Scene.none("invalidValues", "n", Map.of("minimum", 0L, "multipleOf", 5L)));
      assertThat(result.evidence().source()).isEqualTo(Source.TOUCHED_PARTITIONS);
      assertThat(result.shown()).isEqualTo("0");
    }
  }

  private static List<Source> sources(long touched, Map<String, BigDecimal> earlier)
      throws Exception {
    try (Scene scene = scene(Map.of(), Map.of())) {
      scene
          .base("`lake`.`before`")
          .earlier(earlier)
          .table(
              new Described()
                  .column("day", "int")
                  .column("tail", "string")
                  .rows(100)
                  .change("`day` = 1", touched, "day")
                  .table());
      return scene.evaluate(List.of(RULES.get(1), RULES.get(6))).stream()
          .map(TouchedPartitionsTest::source)
          .toList();
    }
  }

  private static List<String> rows(Random random, int day) {
    List<String> rows = new ArrayList<>();
    for (int i = random.nextInt(8); i > 0; i--) {
      String tail = random.nextInt(4) == 0 ? "NULL" : "'" + (char) ('a' + random.nextInt(3)) + "'";
      String delay = random.nextInt(5) == 0 ? "NULL" : Integer.toString(random.nextInt(9) - 4);
      rows.add("(" + (day < 0 ? "NULL" : day) + ", " + tail + ", " + delay + ")");
    }
    return rows;
  }

  private static Scene scene(Map<Integer, List<String>> before, Map<Integer, List<String>> now)
      throws Exception {
    Scene scene =
        new Scene(
            "CREATE TABLE `lake`.`before`" + COLUMNS, "CREATE TABLE `lake`.`flights`" + COLUMNS);
    for (List<String> rows : before.values()) {
      for (String row : rows) {
        scene.queries.execute("INSERT INTO `lake`.`before` VALUES " + row);
      }
    }
    for (List<String> rows : now.values()) {
      for (String row : rows) {
        scene.queries.execute("INSERT INTO `lake`.`flights` VALUES " + row);
      }
    }
    return scene;
  }

  private static List<String> measuring(List<String> asked) {
    return asked.stream()
        .filter(q -> !q.startsWith("SELECT *") && !q.startsWith("SELECT headgate_self"))
        .toList();
  }

  private static Map<String, BigDecimal> values(List<Check.Result> results) {
    Map<String, BigDecimal> values = new HashMap<>();
    for (int i = 0; i < results.size(); i++) {
      values.put(
          RULES.get(i).name(), ((Check.Result.Measured) results.get(i)).value().orElseThrow());
    }
    return values;
  }

  private static List<String> shown(List<Check.Result> results) {
    return results.stream().map(r -> ((Check.Result.Measured) r).message()).toList();
  }

  private static Source source(Check.Result result) {
    return ((Check.Result.Measured) result).evidence().source();
  }
}
