package dev.headgate.engine.contract;

import dev.headgate.model.check.CheckSpec;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The numbers that let a rule pass, by ODCS' operators; both ends of {@code mustBeBetween} are
 * outside, as ODCS defines it.
 *
 * @param parts apart from each other; one without ends where there is no operator
 * @param text as written
 */
record Range(List<Part> parts, String text) {
  private static final Set<String> OPERATORS =
      Set.of(
          "mustBe",
          "mustNotBe",
          "mustBeGreaterThan",
          "mustBeGreaterOrEqualTo",
          "mustBeLessThan",
          "mustBeLessOrEqualTo",
          "mustBeBetween",
          "mustNotBeBetween");

  /** Metrics that count: they are never below zero. */
  private static final Set<String> COUNTS =
      Set.of(
          "rowCount",
          "nullValues",
          "missingValues",
          "invalidValues",
          "duplicateValues",
          "relationship");

  private static final End NOTHING_BELOW = new End(BigDecimal.ZERO, true);

  static boolean isOperator(String key) {
    return OPERATORS.contains(key);
  }

  /** Of a rule; empty where it compares with something else than numbers. */
  static Optional<Range> of(CheckSpec rule) {
    Map<String, Object> operators = new TreeMap<>(rule.settings());
    operators.keySet().removeIf(key -> !isOperator(key));
    List<Part> parts = List.of(new Part(End.NONE, End.NONE));
    for (Map.Entry<String, Object> operator : operators.entrySet()) {
      List<BigDecimal> numbers = numbers(operator.getValue());
      if (numbers.size() != (operator.getKey().endsWith("Between") ? 2 : 1)) {
        return Optional.empty();
      }
      parts = both(parts, parts(operator.getKey(), numbers));
    }
    if (COUNTS.contains(rule.type())) {
      parts = both(parts, List.of(new Part(NOTHING_BELOW, End.NONE)));
    }
    String text =
        operators.entrySet().stream()
            .map(e -> e.getKey() + " " + e.getValue())
            .collect(Collectors.joining(", "));
    return Optional.of(new Range(parts, text));
  }

  private static List<BigDecimal> numbers(Object value) {
    Collection<?> values = value instanceof Collection<?> list ? list : List.of(value);
    return values.stream().flatMap(v -> Value.number(v).stream()).toList();
  }

  private static List<Part> parts(String operator, List<BigDecimal> numbers) {
    End closed = new End(numbers.get(0), true);
    End open = new End(numbers.get(0), false);
    return switch (operator) {
      case "mustBe" -> List.of(new Part(closed, closed));
      case "mustNotBe" -> List.of(new Part(End.NONE, open), new Part(open, End.NONE));
      case "mustBeGreaterThan" -> List.of(new Part(open, End.NONE));
      case "mustBeGreaterOrEqualTo" -> List.of(new Part(closed, End.NONE));
      case "mustBeLessThan" -> List.of(new Part(End.NONE, open));
      case "mustBeLessOrEqualTo" -> List.of(new Part(End.NONE, closed));
      case "mustBeBetween" -> List.of(new Part(open, new End(numbers.get(1), false)));
      default ->
          List.of(new Part(End.NONE, closed), new Part(new End(numbers.get(1), true), End.NONE));
    };
  }

  private static List<Part> both(List<Part> one, List<Part> other) {
    List<Part> parts = new ArrayList<>();
    for (Part a : one) {
      for (Part b : other) {
        Part part = a.and(b);
        if (!part.isEmpty()) {
          parts.add(part);
        }
      }
    }
    return parts;
  }

  Shift to(Range after) {
    return Shift.of(after.includes(this), includes(after));
  }

  private boolean includes(Range other) {
    return other.parts.stream().allMatch(p -> parts.stream().anyMatch(q -> q.includes(p)));
  }

  /** Whether nothing but zero passes. */
  boolean isZero() {
    End zero = NOTHING_BELOW;
    return parts.size() == 1 && parts.get(0).and(new Part(zero, zero)).equals(parts.get(0));
  }

  /** One end; without a value it is endless. */
  record End(BigDecimal value, boolean inside) {
    static final End NONE = new End(null, false);

    End {
      value = value == null ? null : value.stripTrailingZeros();
    }

    boolean isNone() {
      return value == null;
    }

    /** The one that leaves less, of two lower ends or, with the sign -1, of two upper ones. */
    End narrower(End other, int sign) {
      if (isNone() || other.isNone()) {
        return isNone() ? other : this;
      }
      int order = value.compareTo(other.value) * sign;
      if (order == 0) {
        return inside ? other : this;
      }
      return order > 0 ? this : other;
    }
  }

  /** All numbers between two ends. */
  record Part(End lower, End upper) {
    Part and(Part other) {
      return new Part(lower.narrower(other.lower, 1), upper.narrower(other.upper, -1));
    }

    boolean isEmpty() {
      if (lower.isNone() || upper.isNone()) {
        return false;
      }
      int order = lower.value().compareTo(upper.value());
      return order > 0 || (order == 0 && !(lower.inside() && upper.inside()));
    }

    boolean includes(Part other) {
      return and(other).equals(other);
    }
  }
}
