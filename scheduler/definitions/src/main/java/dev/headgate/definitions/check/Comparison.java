package dev.headgate.definitions.check;

import dev.headgate.definitions.yaml.At;
import dev.headgate.definitions.yaml.Section;
import dev.headgate.definitions.yaml.Values;
import dev.headgate.definitions.yaml.Yaml;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The comparison of a check, by ODCS' operators. What is between two numbers is greater than the
 * one and less than the other: neither is included.
 */
final class Comparison {
  private static final List<String> LOWER = List.of("mustBeGreaterThan", "mustBeGreaterOrEqualTo");
  private static final List<String> UPPER = List.of("mustBeLessThan", "mustBeLessOrEqualTo");
  private static final List<String> FLAGS = List.of("mustBe", "mustNotBe");
  private static final List<String> BETWEEN = List.of("mustBeBetween", "mustNotBeBetween");
  private static final String TWO = "a list of two numbers, of which neither is included";
  static final List<String> OPERATORS =
      List.of(
          "mustBe",
          "mustNotBe",
          "mustBeGreaterThan",
          "mustBeGreaterOrEqualTo",
          "mustBeLessThan",
          "mustBeLessOrEqualTo",
          "mustBeBetween",
          "mustNotBeBetween");

  private final Values values;

  Comparison(Values values) {
    this.values = values;
  }

  /**
   * The one operator with its bounds, or a lower and an upper bound.
   *
   * @param flags whether what is measured may also be a truth value
   */
  Map<String, Object> read(Section check, String what, boolean flags) {
    List<String> present = OPERATORS.stream().filter(check::has).toList();
    boolean range =
        present.size() == 2 && LOWER.contains(present.get(0)) && UPPER.contains(present.get(1));
    if (present.isEmpty()) {
      values
          .problems()
          .add(
              check.at(),
              what + " compares with nothing: expected one of " + String.join(", ", OPERATORS));
    } else if (present.size() > 1 && !range) {
      values
          .problems()
          .add(
              check.at(),
              what
                  + " has "
                  + String.join(" and ", present)
                  + ": expected one comparison, or a lower and an upper bound");
      return Map.of();
    }
    Map<String, Object> read = new TreeMap<>();
    for (String operator : present) {
      boolean flag = flags && FLAGS.contains(operator);
      String expected = BETWEEN.contains(operator) ? TWO : expected(flag);
      check
          .value(operator, expected)
          .flatMap(v -> BETWEEN.contains(operator) ? two(v, operator) : one(v, operator, flag))
          .ifPresent(v -> read.put(operator, v));
    }
    if (range && read.size() == 2) {
      checkOrder(read.get(present.get(0)), read.get(present.get(1)), check.at(), what);
    }
    return read;
  }

  /** A problem where no count of rows, or no share of them, is what it must be. */
  void checkReachable(Section check, String what, Map<String, Object> compared, boolean percent) {
    Optional<String> measured = Reachable.mistake(compared, percent);
    String operators = String.join("' and '", compared.keySet());
    compared.keySet().stream()
        .findFirst()
        .filter(operator -> measured.isPresent())
        .flatMap(operator -> check.value(operator, TWO))
        .ifPresent(
            value ->
                values
                    .problems()
                    .add(
                        value.at(),
                        "'"
                            + operators
                            + "': "
                            + what
                            + " can never pass, as it measures "
                            + measured.get()
                            + ": expected what that can be"));
  }

  private static String expected(boolean flag) {
    return flag ? "a number, true or false" : "a number";
  }

  private Optional<Object> one(Yaml value, String operator, boolean flag) {
    if (flag && value instanceof Yaml.Scalar s && s.kind() == Yaml.Kind.BOOLEAN) {
      return Optional.of(Boolean.valueOf(s.text()));
    }
    Optional<Object> number = values.number(value);
    if (number.isEmpty()) {
      values.wrong(value, operator, expected(flag));
    }
    return number;
  }

  private Optional<Object> two(Yaml value, String operator) {
    if (!(value instanceof Yaml.Sequence list) || list.items().size() != 2) {
      String found =
          value instanceof Yaml.Sequence l ? "a list of " + l.items().size() : value.found();
      values.problems().add(value.at(), "'" + operator + "': expected " + TWO + ", found " + found);
      return Optional.empty();
    }
    List<Object> bounds = new ArrayList<>();
    list.items().forEach(item -> one(item, operator, false).ifPresent(bounds::add));
    if (bounds.size() < 2) {
      return Optional.empty();
    }
    checkOrder(bounds.get(0), bounds.get(1), value.at(), "'" + operator + "'");
    if (compare(bounds.get(0), bounds.get(1)) == 0) {
      values
          .problems()
          .add(
              value.at(),
              "'"
                  + operator
                  + "': nothing is between "
                  + bounds.get(0)
                  + " and "
                  + bounds.get(1)
                  + ": expected "
                  + TWO);
    }
    return Optional.of(List.copyOf(bounds));
  }

  private void checkOrder(Object lower, Object upper, At at, String what) {
    if (compare(lower, upper) > 0) {
      values
          .problems()
          .add(at, what + ": the lower bound " + lower + " is above the upper bound " + upper);
    }
  }

  private static int compare(Object one, Object other) {
    return new BigDecimal(one.toString()).compareTo(new BigDecimal(other.toString()));
  }
}
