package dev.headgate.plugins.checks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headgate.model.check.CheckSpec;
import dev.headgate.spi.Check;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each metric with each operator of ODCS, below, at and above what it measures. */
class OperatorsTest {
  static Stream<Arguments> metrics() {
    Map<String, Object> column = Map.of("column", "tail");
    return Stream.of(
        Arguments.of("rowCount", Map.of(), "8"),
        Arguments.of("nullValues", column, "2"),
        Arguments.of("nullValues", percent(column), "25"),
        Arguments.of("missingValues", with(column, "missingValues", List.of("")), "3"),
        Arguments.of("missingValues", percent(with(column, "missingValues", List.of(""))), "37.5"),
        Arguments.of("invalidValues", with(column, "validValues", List.of("x")), "2"),
        Arguments.of("invalidValues", percent(with(column, "validValues", List.of("x"))), "25"),
        Arguments.of("duplicateValues", column, "3"),
        Arguments.of("duplicateValues", percent(column), "37.5"),
        Arguments.of("duplicateValues", with(Map.of(), "properties", List.of("day", "tail")), "2"),
        Arguments.of("relationship", relation(), "2"),
        Arguments.of("relationship", percent(relation()), "25"),
        Arguments.of("sql", Map.of("query", "SELECT sum(`day`) FROM {object}"), "13"),
        Arguments.of("rowCountChange", Map.of(), "4"),
        Arguments.of("rowCountChange", percent(Map.of()), "100"),
        Arguments.of("nullShareChange", column, "-25"),
        Arguments.of("distributionDrift", column, "0.5"),
        Arguments.of("freshness", Map.of("column", "at", "unit", "minutes"), "2160"),
        Arguments.of("freshness", Map.of("column", "at"), "36"),
        Arguments.of("freshness", Map.of("column", "at", "unit", "days"), "1.5"));
  }

  private static Map<String, Object> with(
      Map<String, Object> settings, String argument, Object value) {
    Map<String, Object> all = new HashMap<>(settings);
    all.put("arguments", Map.of(argument, value));
    return all;
  }

  private static Map<String, Object> percent(Map<String, Object> settings) {
    Map<String, Object> all = new HashMap<>(settings);
    all.put("unit", "percent");
    return all;
  }

  private static Map<String, Object> relation() {
    return Map.of(
        "arguments",
        Map.of(
            "columns", List.of("tail"),
            "dataset", "lake.planes",
            "properties", List.of("id")));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("metrics")
  void comparesWithEachOperator(String type, Map<String, Object> settings, BigDecimal value)
      throws Exception {
    Map<String, Boolean> expected = new LinkedHashMap<>();
    List<CheckSpec> rules = new ArrayList<>();
    List<BigDecimal> around =
        List.of(value.subtract(BigDecimal.ONE), value, value.add(BigDecimal.ONE));
    for (int i = 0; i < 3; i++) {
      BigDecimal operand = around.get(i);
      int order = 1 - i; // of the value to the operand
      add(rules, expected, type, settings, "mustBe", operand, order == 0);
      add(rules, expected, type, settings, "mustNotBe", operand, order != 0);
      add(rules, expected, type, settings, "mustBeGreaterThan", operand, order > 0);
      add(rules, expected, type, settings, "mustBeGreaterOrEqualTo", operand, order >= 0);
      add(rules, expected, type, settings, "mustBeLessThan", operand, order < 0);
      add(rules, expected, type, settings, "mustBeLessOrEqualTo", operand, order <= 0);
    }
    BigDecimal below = around.get(0);
    BigDecimal above = around.get(2);
    for (List<BigDecimal> bounds :
        List.of(List.of(below, above), List.of(value, above), List.of(below, value))) {
      boolean inside = !bounds.contains(value);
      add(rules, expected, type, settings, "mustBeBetween", bounds, inside);
      add(rules, expected, type, settings, "mustNotBeBetween", bounds, !inside);
    }

    Map<String, Boolean> found = new LinkedHashMap<>();
    try (Scene scene = scene()) {
      List<Check.Result> results = scene.evaluate(rules);
      for (int i = 0; i < rules.size(); i++) {
        assertThat(results.get(i)).isInstanceOf(Check.Result.Measured.class);
        found.put(rules.get(i).name(), ((Check.Result.Measured) results.get(i)).passed());
      }
    }
    assertThat(found).isEqualTo(expected).hasSize(24);
  }

  private static void add(
      List<CheckSpec> rules,
      Map<String, Boolean> expected,
      String type,
      Map<String, Object> settings,
      String operator,
      Object operand,
      boolean holds) {
    Map<String, Object> all = new HashMap<>(settings);
    all.put(operator, operand);
    String name = operator + " " + operand;
    rules.add(Scene.rule(name, type, all));
    expected.put(name, holds);
  }

  private static Scene scene() throws SQLException {
    return new Scene(
            "CREATE TABLE `lake`.`flights` (`day` INT, `tail` VARCHAR, `at` TIMESTAMP)",
            "INSERT INTO `lake`.`flights` VALUES (1, 'x', '2001-06-30 00:00:00'),"
                + " (1, 'x', NULL), (1, 'x', NULL), (2, 'x', NULL), (2, 'y', NULL), (2, '', NULL),"
                + " (2, NULL, NULL), (2, NULL, NULL)",
            "CREATE TABLE `lake`.`before` (`day` INT, `tail` VARCHAR)",
            "INSERT INTO `lake`.`before` VALUES (1, 'x'), (1, 'v'), (2, NULL), (2, NULL)",
            "CREATE TABLE `lake`.`planes` (`id` VARCHAR)",
            "INSERT INTO `lake`.`planes` VALUES ('x')")
        .base("`lake`.`before`");
  }
}
