package dev.headgate.plugins.checks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headgate.model.check.CheckSpec;
import dev.headgate.model.lake.TableDescription;
import dev.headgate.spi.Check;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A rule that is wrong says why, and harms no other. */
class BrokenRulesTest {
  private static final TableDescription KNOWN =
      new Described()
          .column("n", "long")
          .column("t", "string")
          .column("d", "date")
          .column("f", "boolean")
          .column("l", "list", new TableDescription.Field("element", "struct", false, List.of()))
          .table();

  private Scene scene;

  @BeforeEach
  void table() throws SQLException {
    scene =
        new Scene(
            "CREATE TABLE `lake`.`flights` (`n` INT, `t` VARCHAR, `d` DATE)",
            "INSERT INTO `lake`.`flights` VALUES (1, 'a', NULL), (2, NULL, NULL)");
  }

  @AfterEach
  void close() {
    scene.close();
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        Arguments.of(
            "x", Map.of("minimum", 1L), "there is no column x; expected one of n, t, d, f, l"),
        Arguments.of(
            "l.element.a",
            Map.of("minimum", 1L),
            "the column l.element.a is inside a list: not supported yet"),
        Arguments.of(
            "n", Map.of(), "arguments: found none, expected validValues, pattern, minimum,"),
        Arguments.of(
            "n", Map.of("mimimum", 1L), "arguments: unknown 'mimimum', expected validValues,"),
        Arguments.of(
            "n",
            Map.of("minimum", "x"),
            "minimum: x cannot be compared with n, which is of type long"),
        Arguments.of(
            "d",
            Map.of("maximum", "2001-06-30T12:00:00Z"),
            "maximum: 2001-06-30T12:00:00Z cannot be compared with d, which is of type date"),
        Arguments.of(
            "l",
            Map.of("minimum", 1L),
            "minimum: 1 cannot be compared with l, which is of type list"),
        Arguments.of(
            "n",
            Map.of("exclusiveMinimum", true),
            "exclusiveMinimum: says nothing without minimum"),
        Arguments.of(
            "t", Map.of("pattern", "("), "pattern: ( is no regular expression: Unclosed group"),
        Arguments.of(
            "t", Map.of("pattern", 1L), "pattern: expected a regular expression, but found 1"),
        Arguments.of(
            "l",
            Map.of("pattern", "a"),
            "pattern: expected a column of single values, but l is of type list"),
        Arguments.of(
            "n",
            Map.of("validValues", List.of()),
            "validValues: found an empty list, expected the values that are valid"),
        Arguments.of("n", Map.of("validValues", "x"), "validValues: expected a list, but found x"),
        Arguments.of(
            "n",
            Map.of("validValues", List.of(List.of())),
            "validValues: expected single values, but found []"),
        Arguments.of(
            "n",
            Map.of("validValues", List.of(1L, "x")),
            "validValues: x cannot be a value of n, which is of type long"),
        Arguments.of(
            "d",
            Map.of("validValues", List.of("2001-06-30", "2001-06-31")),
            "validValues: 2001-06-31 cannot be a value of d, which is of type date"),
        Arguments.of(
            "f",
            Map.of("validValues", List.of("yes")),
            "validValues: yes cannot be a value of f, which is of type boolean"),
        Arguments.of(
            "l",
            Map.of("validValues", List.of(1L)),
            "validValues: expected a column of single values, but l is of type list"),
        Arguments.of(
            "n",
            Map.of("minLength", 1L),
            "minLength: expected a column of texts, but n is of type long"),
        Arguments.of(
            "t",
            Map.of("minLength", "x"),
            "minLength: expected a whole number from 0, but found x"),
        Arguments.of(
            "t",
            Map.of("maxItems", 1L),
            "maxItems: expected a column of lists, but t is of type string"),
        Arguments.of(
            "l", Map.of("uniqueItems", "x"), "uniqueItems: expected true or false, but found x"),
        Arguments.of(
            "t",
            Map.of("minProperties", 1L),
            "minProperties: expected a column of objects, but t is of type string"),
        Arguments.of(
            "t",
            Map.of("multipleOf", 1L),
            "multipleOf: expected a column of numbers, but t is of type string"),
        Arguments.of(
            "n",
            Map.of("multipleOf", new BigDecimal("3E-40")),
            "multipleOf: expected a number of up to 38 digits, but found 0.000000000"),
        Arguments.of(
            "n", Map.of("multipleOf", 0L), "multipleOf: expected a number above 0, but found 0"));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void wrongArgumentsAreNamed(String column, Map<String, Object> arguments, String message)
      throws Exception {
    scene.table(KNOWN);
    assertThat(
            scene.broken(
                "invalidValues", Map.of("column", column, "arguments", arguments, "mustBe", 0L)))
        .startsWith(message);
    assertThat(scene.asked()).isEmpty();
  }

  @Test
  void wrongOperatorsAreNamed() throws Exception {
    assertThat(scene.broken("rowCount", Map.of()))
        .startsWith("the check compares with nothing: expected one of mustBe, mustNotBe,");
    assertThat(scene.broken("rowCount", Map.of("mustBe", true)))
        .isEqualTo(
            "mustBe: true cannot be compared with the measured 2; expected both to be numbers, or"
                + " both to be true or false");
    assertThat(scene.broken("bananas", Map.of("mustBe", 1L)))
        .isEqualTo("there are no checks of type bananas");
    assertThat(scene.broken("freshness", Map.of("mustBe", 1L, "column", "d", "unit", "rows")))
        .isEqualTo("unit: expected minutes, hours or days, but found rows");
    assertThat(
            scene.broken(
                "relationship",
                Map.of(
                    "mustBe",
                    0L,
                    "arguments",
                    Map.of("columns", List.of("n"), "properties", List.of("n")))))
        .isEqualTo("it names no dataset; expected arguments: {dataset: domain.table}");
    assertThat(
            scene.broken(
                "distributionDrift",
                Map.of("mustBe", 0L, "column", "n", "arguments", Map.of("buckets", 1L))))
        .isEqualTo("buckets: expected a whole number from 2 to 100, but found 1");
  }

  @Test
  void oneWrongRuleHarmsNoOther() throws Exception {
    List<CheckSpec> rules = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      rules.add(Scene.none("invalidValues", "n", Map.of("maximum", (long) i)));
    }
    rules.add(3, Scene.rule("nullValues", Map.of("column", "oops", "mustBe", 0L)));
    rules.add(Scene.rule("sql", Map.of("query", "SELECT wrong FROM {object}", "mustBe", 0L)));
    rules.add(Scene.rule("duplicateValues", Map.of("column", "nope", "mustBe", 0L)));
    rules.add(Scene.rule("rowCount", Map.of()));

    List<Check.Result> results = scene.evaluate(rules);

    assertThat(results)
        .extracting(r -> r instanceof Check.Result.Measured m ? m.shown() : "broken")
        .containsExactly(
            "2", "1", "0", "broken", "0", "0", "0", "0", "0", "broken", "broken", "broken");
    assertThat(((Check.Result.Broken) results.get(3)).message()).contains("oops");
    assertThat(((Check.Result.Broken) results.get(9)).message()).contains("wrong");
    assertThat(((Check.Result.Broken) results.get(10)).message()).contains("nope");
  }

  @Test
  void whereNothingAnswersNoRuleIsWrong() throws Exception {
    scene.queries.away();
    List<Check.Result> results =
        scene.evaluate(
            Scene.rule("nullValues", Map.of("column", "n", "mustBe", 0L)),
            Scene.rule("rowCount", Map.of("mustBe", 2L)),
            Scene.rule("sql", Map.of("query", "SELECT 1", "mustBe", 1L)),
            Scene.rule("rowCount", Map.of()));
    assertThat(results)
        .containsExactly(
            new Check.Result.Unavailable("nobody answers"),
            new Check.Result.Unavailable("nobody answers"),
            new Check.Result.Unavailable("nobody answers"),
            results.get(3));
    assertThat(results.get(3)).isInstanceOf(Check.Result.Broken.class);
    assertThat(scene.asked()).as("one scan, not its halves, and the query").hasSize(2);
  }

  @Test
  void theSearchForTheWrongRuleEndsWhenTheTimeIsOver() throws Exception {
    scene.timeout(java.time.Duration.ZERO);
    List<Check.Result> results =
        scene.evaluate(
            Scene.rule("nullValues", Map.of("column", "oops", "mustBe", 0L)),
            Scene.none("invalidValues", "n", Map.of("maximum", 1L)),
            Scene.rule("rowCount", Map.of("mustBe", 2L)));
    assertThat(results).allMatch(r -> r instanceof Check.Result.Unavailable);
    assertThat(scene.asked()).hasSize(1);
  }
}
