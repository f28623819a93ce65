package dev.headgate.bench.checks;

import java.util.ArrayList;
import java.util.List;

/** Fifty rules on flights, as lines of a pipeline, each with a query that asks the same. */
final class Rules {
  private static final int COUNT = 50;
  private static final List<String> CODES = List.of("origin", "destination");

  private Rules() {}

  /**
   * One rule.
   *
   * @param check in ODCS syntax, as a flow mapping
   * @param query that measures the same
   */
  record Rule(String check, String query) {}

  static List<Rule> fifty() {
    List<Rule> rules = new ArrayList<>();
    for (String column : List.of("departure", "delay", "distance", "origin", "destination")) {
      rules.add(
          new Rule(
              "{name: nulls-" + column + ", metric: nullValues, column: " + column + ", mustBe: 0}",
              count(column + " IS NULL")));
    }
    for (String column : CODES) {
      rules.add(
          rule(
              "missing-" + column,
              "missingValues",
              column,
              "missingValues: ['', 'N/A']",
              column + " IN ('', 'N/A')"));
      rules.add(
          rule(
              "code-" + column,
              "invalidValues",
              column,
              "pattern: '^[A-Z]{3}$'",
              "NOT " + column + " RLIKE '^[A-Z]{3}$'"));
      for (String airport : List.of("ATL", "ORD", "DFW", "LAX", "PHX", "DEN", "MIA", "SEA")) {
        rules.add(
            rule(
                "only-" + airport + "-" + column,
                "invalidValues",
                column,
                "validValues: ['" + airport + "']",
                column + " NOT IN ('" + airport + "')"));
      }
    }
    for (int i = 0; rules.size() < COUNT; i++) {
      int minutes = 10 * i - 60;
      rules.add(
          rule(
              "delay-" + i, "invalidValues", "delay", "minimum: " + minutes, "delay < " + minutes));
      int miles = 100 * i + 50;
      rules.add(
          rule(
              "distance-" + i,
              "invalidValues",
              "distance",
              "maximum: " + miles,
              "distance > " + miles));
    }
    return rules.subList(0, COUNT);
  }

  /** Rules that metadata and manifests answer. */
  static List<Rule> answeredByMetadata() {
    List<Rule> rules = new ArrayList<>();
    rules.add(
        new Rule(
            "{metric: rowCount, mustBeGreaterThan: 1000000}",
            "SELECT COUNT(*) FROM bench.flights"));
    for (String column : List.of("departure", "delay", "distance", "origin", "destination")) {
      rules.add(
          new Rule(
              "{name: nulls-" + column + ", metric: nullValues, column: " + column + ", mustBe: 0}",
              count(column + " IS NULL")));
    }
    rules.add(rule("least delay", "invalidValues", "delay", "minimum: -2000", "delay < -2000"));
    rules.add(
        rule("most miles", "invalidValues", "distance", "maximum: 10000", "distance > 10000"));
    return rules;
  }

  private static Rule rule(
      String name, String metric, String column, String arguments, String violated) {
    return new Rule(
        "{name: \""
            + name
            + "\", metric: "
            + metric
            + ", column: "
            + column
            + ", arguments: {"
            + arguments
            + "}, mustBeGreaterOrEqualTo: 0}",
        count(violated));
  }

  private static String count(String condition) {
    return "SELECT SUM(CASE WHEN " + condition + " THEN 1 ELSE 0 END) FROM bench.flights";
  }
}
