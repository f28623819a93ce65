package dev.headgate.plugins.checks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headgate.model.check.CheckSpec;
import dev.headgate.model.release.Finding.Source;
import dev.headgate.spi.Check;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OneScanTest {
  private Scene scene;

  @BeforeEach
  void flights() throws Exception {
    scene =
        new Scene(
            "CREATE TABLE `lake`.`flights` (`delay` INT, `tail` VARCHAR, `at` TIMESTAMP)",
            "INSERT INTO `lake`.`flights` VALUES (-1116, 'a', '2001-06-30 12:00:00'),"
                + " (5, 'a', '2001-06-30 13:00:00'), (NULL, NULL, NULL)",
            "CREATE TABLE `lake`.`before` (`delay` INT, `tail` VARCHAR)",
            "INSERT INTO `lake`.`before` VALUES (1, 'a'), (2, 'b')");
  }

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  void allAggregatesShareOneQueryAndEqualOnesAreThereOnce() throws Exception {
    List<Check.Result> results =
        scene.evaluate(
            Scene.rule("rowCount", Map.of("mustBe", 3L)),
            Scene.rule("rows again", "rowCount", Map.of("mustBeLessThan", 10L)),
            Scene.rule("nullValues", Map.of("column", "tail", "mustBe", 1L)),
            Scene.rule(
                "share",
                "nullValues",
                Map.of("column", "tail", "mustBeLessThan", 50L, "unit", "percent")),
            Scene.rule(
                "invalidValues",
                Map.of(
                    "column", "delay", "arguments", Map.of("minimum", -60L), "mustBeLessThan", 2L)),
            Scene.rule("freshness", Map.of("column", "at", "mustBe", 23L)));
    assertThat(results).allMatch(r -> r instanceof Check.Result.Measured m && m.passed());
    assertThat(scene.asked())
        .containsExactly(
            "SELECT count(*), count(*) - count(`tail`), count(*) FILTER (WHERE `delay` IS NOT NULL AND"
                + " ((`delay` < -60))), max(`at`) FROM `lake`.`flights`");
  }

  @Test
  void fiftyRulesAreOneQuery() throws Exception {
    List<CheckSpec> rules = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      rules.add(
          Scene.rule(
              "rule " + i,
              "invalidValues",
              Map.of(
                  "column",
                  "delay",
                  "arguments",
                  Map.of("minimum", (long) -i),
                  "mustBeLessThan",
                  2L)));
    }
    assertThat(scene.evaluate(rules)).allMatch(r -> r instanceof Check.Result.Measured);
    assertThat(scene.asked()).hasSize(1);
  }

  @Test
  void eachUniquenessIsOneQueryHoweverManyRulesAskForIt() throws Exception {
    List<Check.Result> results =
        scene.evaluate(
            Scene.rule("one", "duplicateValues", Map.of("column", "tail", "mustBe", 1L)),
            Scene.rule("same", "duplicateValues", Map.of("column", "tail", "mustNotBe", 0L)),
            Scene.rule(
                "share",
                "duplicateValues",
                Map.of("column", "tail", "mustBeLessThan", 34L, "unit", "percent")),
            Scene.rule(
                "two",
                "duplicateValues",
                Map.of("arguments", Map.of("properties", List.of("tail", "at")), "mustBe", 0L)));
    assertThat(results).allMatch(r -> r instanceof Check.Result.Measured m && m.passed());
    assertThat(results)
        .extracting(r -> ((Check.Result.Measured) r).evidence().source())
        .containsOnly(Source.SCAN);
    assertThat(scene.asked()).as("the rows for the share, and two groupings").hasSize(3);
  }

  @Test
  void whatChangedIsMeasuredByOneQueryOfTheStateBefore() throws Exception {
    scene.base("`lake`.`before`");
    List<Check.Result> results =
        scene.evaluate(
            Scene.rule("rowCountChange", Map.of("mustBe", 1L)),
            Scene.rule("percent", "rowCountChange", Map.of("mustBe", 50L, "unit", "percent")),
            Scene.rule("nullShareChange", Map.of("column", "tail", "mustBeGreaterThan", 33L)));
    assertThat(results).allMatch(r -> r instanceof Check.Result.Measured m && m.passed());
    assertThat(scene.asked())
        .containsExactly(
            "SELECT count(*), count(*) - count(`tail`) FROM `lake`.`flights`",
            "SELECT count(*), count(*) - count(`tail`) FROM `lake`.`before`");
  }

  @Test
  void inALargeTableFamiliarTextsAreMatchedOnce() throws Exception {
    scene.table(new Described().column("tail", "string").rows(3_000_000).table());
    List<CheckSpec> rules =
        List.of(
            Scene.rule(
                "pattern",
                "invalidValues",
                Map.of("column", "tail", "arguments", Map.of("pattern", "^[a-z]$"), "mustBe", 1L)),
            Scene.rule(
                "one of",
                "invalidValues",
                Map.of(
                    "column",
                    "tail",
                    "arguments",
                    Map.of("validValues", List.of("regexp_like(`tail`, '^[a-z]\\\\z')")),
                    "mustBe",
                    3L)));
    scene.queries.execute("INSERT INTO `lake`.`flights` VALUES (1, 'NO', NULL)");
    assertThat(scene.evaluate(rules))
        .allMatch(r -> r instanceof Check.Result.Measured m && m.passed());
    assertThat(scene.asked())
        .containsExactly(
            "SELECT `tail`, regexp_like(`tail`, '^[a-z]\\\\z') FROM `lake`.`flights` LIMIT 2000",
            "SELECT count(*) FILTER (WHERE `tail` IS NOT NULL AND ((NOT (`tail` IN ('a') OR"
                + " regexp_like(`tail`, '^[a-z]\\\\z'))))), count(*) FILTER (WHERE `tail` IS NOT"
                + " NULL AND ((NOT (`tail` IN ('regexp_like(`tail`, \\'^[a-z]\\\\\\\\z\\')')))))"
                + " FROM `lake`.`flights`");
  }

  @Test
  void theyStayFamiliar() throws Exception {
    scene.table(new Described().column("tail", "string").rows(3_000_000).table());
    CheckSpec rule = Scene.none("invalidValues", "tail", Map.of("pattern", "^[a-z]$"));
    scene.evaluate(rule);
    assertThat(scene.asked()).as("a look at first rows, and a scan").hasSize(2);
    scene.evaluate(rule);
    assertThat(scene.asked())
        .as("the scan alone")
        .singleElement()
        .asString()
        .contains("`tail` IN ('a')");
  }

  @Test
  void aSmallOneIsScannedAtOnce() throws Exception {
    scene.table(new Described().column("tail", "string").rows(499_999).table());
    scene.evaluate(Scene.none("invalidValues", "tail", Map.of("pattern", "^[a-z]$")));
    assertThat(scene.asked()).hasSize(1);
  }
}
