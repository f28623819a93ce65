package dev.headgate.plugins.checks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headgate.model.check.CheckSpec;
import dev.headgate.model.release.Finding.Sample;
import dev.headgate.spi.Check;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SamplesTest {
  private Scene scene;

  @BeforeEach
  void flights() throws SQLException {
    scene =
        new Scene(
                "CREATE TABLE `lake`.`flights` (`delay` INT, `tail` VARCHAR, `At` TIMESTAMP)",
                "INSERT INTO `lake`.`flights` VALUES (-953, 'b', NULL), (7, 'a', NULL),"
                    + " (-1116, NULL, '2001-02-27 23:10:00'), (7, 'a', NULL), (NULL, 'c', NULL),"
                    + " (2000, 'a', NULL)",
                "CREATE TABLE `lake`.`planes` (`tail` VARCHAR)",
                "INSERT INTO `lake`.`planes` VALUES ('a')")
            .table(
                new Described()
                    .column("delay", "int")
                    .column("tail", "string")
                    .column("At", "timestamp")
                    .table());
  }

  @AfterEach
  void close() {
    scene.close();
  }

  private Sample sample(CheckSpec rule) throws InterruptedException {
    return scene.measured(rule).sample().orElseThrow();
  }

  @Test
  void theWorstComeFirst() throws Exception {
    assertThat(sample(Scene.none("invalidValues", "delay", Map.of("minimum", -60L))))
        .isEqualTo(
            new Sample(
                List.of("delay", "tail", "At"),
                List.of(List.of("-1116", "null", "2001-02-27T23:10"), List.of("-953", "b", "null")),
                false));
    assertThat(sample(Scene.none("invalidValues", "delay", Map.of("maximum", 5L))).rows().get(0))
        .containsExactly("2000", "a", "null");
  }

  @Test
  void eachRuleOnRowsShowsThoseThatBreakIt() throws Exception {
    assertThat(sample(Scene.rule("nullValues", Map.of("column", "tail", "mustBe", 0L))).rows())
        .containsExactly(List.of("-1116", "null", "2001-02-27T23:10"));
    assertThat(
            sample(Scene.none("missingValues", "tail", Map.of("missingValues", List.of("c"))))
                .rows())
        .containsExactlyInAnyOrder(
            List.of("-1116", "null", "2001-02-27T23:10"), List.of("null", "c", "null"));
    assertThat(sample(Scene.rule("duplicateValues", Map.of("column", "tail", "mustBe", 0L))).rows())
        .hasSize(3)
        .allMatch(row -> row.get(1).equals("a"));
    Map<String, Object> relation =
        Map.of("columns", List.of("tail"), "dataset", "lake.planes", "properties", List.of("tail"));
    assertThat(
            sample(Scene.rule("relationship", Map.of("mustBe", 0L, "arguments", relation))).rows())
        .containsExactly(List.of("-953", "b", "null"), List.of("null", "c", "null"));
  }

  @Test
  void theMostFrequentDuplicatesComeFirst() throws Exception {
    scene.queries.execute("INSERT INTO `lake`.`flights` VALUES (1, 'b', NULL)");
    assertThat(sample(Scene.rule("duplicateValues", Map.of("column", "tail", "mustBe", 0L))).rows())
        .extracting(row -> row.get(1))
        .containsExactly("a", "a", "a", "b", "b");
  }

  @Test
  void itShowsTenRowsAndSaysThatThereAreMore() throws Exception {
    for (int i = 0; i < 12; i++) {
      scene.queries.execute("INSERT INTO `lake`.`flights` VALUES (" + i + ", NULL, NULL)");
    }
    Sample sample = sample(Scene.rule("nullValues", Map.of("column", "tail", "mustBe", 0L)));
    assertThat(sample.rows())
        .extracting(row -> row.get(0))
        .containsExactly("-1116", "0", "1", "2", "3", "4", "5", "6", "7", "8");
    assertThat(sample.truncated()).isTrue();
  }

  @Test
  void classifiedValuesAreNotShown() throws Exception {
    scene.masked("TAIL", "at.zone");
    Sample sample = sample(Scene.none("invalidValues", "delay", Map.of("minimum", -60L)));
    assertThat(sample.columns()).containsExactly("delay", "tail", "At");
    assertThat(sample.rows())
        .containsExactly(List.of("-1116", "***", "***"), List.of("-953", "***", "***"));
  }

  @Test
  void longTextsAreCut() throws Exception {
    scene.queries.execute(
        "INSERT INTO `lake`.`flights` VALUES (-9999, '" + "x".repeat(300) + "', NULL)");
    Sample sample = sample(Scene.none("invalidValues", "delay", Map.of("minimum", -9000L)));
    assertThat(sample.rows().get(0).get(1)).isEqualTo("x".repeat(200) + "…");
  }

  @Test
  void whereNoRowIsWrongThereIsNone() throws Exception {
    assertThat(
            List.of(
                none("nullValues", "mustBe", 1L),
                none("nullValues", "mustNotBe", 1L),
                none("nullValues", "mustBeGreaterThan", 5L),
                none("nullValues", "mustBeGreaterOrEqualTo", 5L),
                none("nullValues", "mustBe", 5L),
                none("nullValues", "mustNotBeBetween", List.of(0L, 5L)),
                none("nullValues", "mustBeBetween", List.of(1L, 5L)),
                none("rowCount", "mustBe", 0L)))
        .containsOnly(true);
    assertThat(
            List.of(
                none("nullValues", "mustBe", 0L),
                none("nullValues", "mustBeLessThan", 1L),
                none("nullValues", "mustBeLessOrEqualTo", 0L),
                none("nullValues", "mustBeBetween", List.of(-5L, 1L))))
        .containsOnly(false);
  }

  private boolean none(String type, String operator, Object operand) throws InterruptedException {
    Map<String, Object> settings = new HashMap<>(Map.of(operator, operand));
    if (!type.equals("rowCount")) {
      settings.put("column", "tail");
    }
    return scene.measured(type, settings).sample().isEmpty();
  }

  @Test
  void aSampleThatCannotBeReadFailsNothing() throws Exception {
    scene.table(
        new Described()
            .column("tail", "string")
            .column("delay", "int")
            .column("At", "date")
            .column("gone", "int")
            .rows(6)
            .nulls("gone", 3)
            .table());
    Check.Result.Measured result =
        scene.measured("nullValues", Map.of("column", "gone", "mustBe", 0L));
    assertThat(result.passed()).isFalse();
    assertThat(result.sample()).isEmpty();
    assertThat(scene.asked()).as("it was tried").hasSize(1);
  }
}
