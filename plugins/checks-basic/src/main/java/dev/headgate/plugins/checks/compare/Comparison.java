package dev.headgate.plugins.checks.compare;

import dev.headgate.spi.PluginException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a measured value must be: one operator or several, of which all must hold. Numbers are
 * compared exactly, as decimals.
 */
public final class Comparison {
  private final List<Condition> conditions;

  private Comparison(List<Condition> conditions) {
    this.conditions = conditions;
  }

  /**
   * Reads the operators among a check's settings.
   *
   * @throws PluginException if there is none, or one has operands of the wrong kind
   */
  public static Comparison of(Map<String, Object> settings) {
    List<Condition> conditions = new ArrayList<>();
    for (Operator operator : Operator.values()) {
      for (String key : operator.spellings()) {
        if (settings.containsKey(key)) {
          conditions.add(Condition.of(operator, key, settings.get(key)));
        }
      }
    }
    if (conditions.isEmpty()) {
      throw new PluginException(
          "the check compares with nothing: expected one of "
              + Arrays.stream(Operator.values())
                  .map(Operator::key)
                  .collect(Collectors.joining(", ")));
    }
    return new Comparison(List.copyOf(conditions));
  }

  /**
   * Whether all conditions hold; null meets none.
   *
   * @throws PluginException if the value is a number and the operand a truth value, or the reverse
   */
  public boolean holds(Quantity value) {
    boolean all = true;
    for (Condition condition : conditions) {
      all &= condition.holds(value);
    }
    return all;
  }

  /** Whether the value is more than what is allowed, so that what it counts is what is wrong. */
  public boolean isExceededBy(Quantity value) {
    return value.number().isPresent()
        && conditions.stream().anyMatch(c -> c.isExceededBy(value.number().get()));
  }

  /** What is expected, in words; {@code unit} follows each number. */
  public String expected(String unit) {
    return conditions.stream().map(c -> c.expected(unit)).collect(Collectors.joining(" and "));
  }

  /** One operator with what it compares with. */
  private record Condition(Operator operator, String key, List<Quantity> operands) {
    static Condition of(Operator operator, String key, Object setting) {
      if (operator.operands() == 1) {
        return new Condition(operator, key, List.of(operand(operator, key, setting)));
      }
      if (setting instanceof List<?> list && list.size() == 2) {
        List<Quantity> both = list.stream().map(e -> operand(operator, key, e)).toList();
        if (number(both.get(0)).compareTo(number(both.get(1))) <= 0) {
          return new Condition(operator, key, both);
        }
      }
      throw new PluginException(
          key + ": expected a list of two numbers, the lower one first, but found " + setting);
    }

    private static Quantity operand(Operator operator, String key, Object setting) {
      if (setting instanceof Boolean flag && operator.comparesFlags()) {
        return new Quantity.Flag(flag);
      }
      if (setting instanceof Number number) {
        return new Quantity.Numeric(Decimals.of(number, key));
      }
      throw new PluginException(
          key
              + ": expected a number"
              + (operator.comparesFlags() ? ", true or false" : "")
              + ", but found "
              + setting);
    }

    boolean holds(Quantity value) {
      if (value instanceof Quantity.Nothing) {
        return false;
      }
      if (value.getClass() != operands.get(0).getClass()) {
        throw new PluginException(
            key
                + ": "
                + exact(operands.get(0))
                + " cannot be compared with the measured "
                + value.text()
                + "; expected both to be numbers, or both to be true or false");
      }
      if (value instanceof Quantity.Numeric numeric) {
        return operator.holds(numeric.value(), operands.stream().map(Condition::number).toList());
      }
      return value.equals(operands.get(0)) == (operator == Operator.MUST_BE);
    }

    boolean isExceededBy(BigDecimal value) {
      return operands.get(0) instanceof Quantity.Numeric
          && operator.isExceeded(value, operands.stream().map(Condition::number).toList());
    }

    String expected(String unit) {
      return operator.phrase(operands.stream().map(o -> exact(o) + unit).toList());
    }

    /** An operand is said as it is compared. */
    private static String exact(Quantity operand) {
      return operand.number().map(Decimals::text).orElseGet(operand::text);
    }

    private static BigDecimal number(Quantity operand) {
      return ((Quantity.Numeric) operand).value();
    }
  }
}
