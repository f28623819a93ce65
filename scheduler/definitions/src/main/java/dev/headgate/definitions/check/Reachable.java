package dev.headgate.definitions.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether a count of rows, or a share of them in percent, can be what a rule says it must be. */
final class Reachable {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final boolean percent;
  private BigDecimal least = BigDecimal.ZERO;
  private boolean above;
  private Optional<BigDecimal> most;
  private boolean below;

  private Reachable(boolean percent) {
    this.percent = percent;
    this.most = percent ? Optional.of(HUNDRED) : Optional.empty();
  }

  /** The values that could be measured, where no such value is as it must be. */
  static Optional<String> mistake(Map<String, Object> comparison, boolean percent) {
    Reachable left = new Reachable(percent);
    comparison.forEach(left::keep);
    boolean none = left.isEmpty() || excludesAll(comparison, percent);
    return none
        ? Optional.of(percent ? "a share from 0 to 100 percent" : "a whole number from 0")
        : Optional.empty();
  }

  private static boolean excludesAll(Map<String, Object> comparison, boolean percent) {
    return percent
        && comparison.get("mustNotBeBetween") instanceof List<?> two
        && number(two.get(0)).signum() < 0
        && number(two.get(1)).compareTo(HUNDRED) > 0;
  }

  private void keep(String operator, Object operand) {
    switch (operator) {
      case "mustBe" -> {
        from(number(operand), false);
        to(number(operand), false);
      }
      case "mustBeGreaterThan" -> from(number(operand), true);
      case "mustBeGreaterOrEqualTo" -> from(number(operand), false);
      case "mustBeLessThan" -> to(number(operand), true);
      case "mustBeLessOrEqualTo" -> to(number(operand), false);
      case "mustBeBetween" -> {
        from(number(((List<?>) operand).get(0)), true);
        to(number(((List<?>) operand).get(1)), true);
      }
      default -> {
        // What must not be leaves almost all.
      }
    }
  }

  private void from(BigDecimal bound, boolean excluded) {
    int order = bound.compareTo(least);
    if (order >= 0) {
      above = excluded || (order == 0 && above);
      least = bound;
    }
  }

  private void to(BigDecimal bound, boolean excluded) {
    int order = most.map(bound::compareTo).orElse(-1);
    if (order <= 0) {
      below = excluded || (order == 0 && below);
      most = Optional.of(bound);
    }
  }

  private boolean isEmpty() {
    if (most.isEmpty()) {
      return false;
    }
    BigDecimal from = percent ? least : whole(least, RoundingMode.CEILING, above, BigDecimal.ONE);
    BigDecimal to =
        percent
            ? most.get()
            : whole(most.get(), RoundingMode.FLOOR, below, BigDecimal.ONE.negate());
    int order = from.compareTo(to);
    return order > 0 || (percent && order == 0 && (above || below));
  }

  private static BigDecimal whole(
      BigDecimal bound, RoundingMode rounding, boolean excluded, BigDecimal step) {
    BigDecimal whole = bound.setScale(0, rounding);
    return excluded && whole.compareTo(bound) == 0 ? whole.add(step) : whole;
  }

  private static BigDecimal number(Object value) {
    return new BigDecimal(value.toString());
  }
}
