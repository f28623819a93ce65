package dev.headgate.plugins.checks.valid;

import dev.headgate.plugins.checks.compare.Decimals;
import dev.headgate.plugins.checks.sql.Sql;
import dev.headgate.plugins.checks.table.Column;
import dev.headgate.plugins.checks.table.Kind;
import dev.headgate.spi.PluginException;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/**
 * {@code multipleOf}: exactly for whole numbers and decimals. Floating-point numbers are seldom
 * multiples of decimals; one is taken for a multiple if its ratio to the step is off a whole number
 * by no more than 1e-9, or than 1e-13 of the ratio; for floats, that have fewer digits, 1e-7 of it.
 */
final class Multiple {
  private static final String KEY = "multipleOf";
  private static final String OFF = "1.0E-9D";
  private static final String OFF_DOUBLES = "1.0E-13D";
  private static final String OFF_FLOATS = "1.0E-7D";

  private Multiple() {}

  static Constraint of(Object value, Column column) {
    column.require(Set.of(Kind.INTEGER, Kind.DECIMAL, Kind.FLOAT, Kind.DOUBLE), KEY, "numbers");
    if (!(value instanceof Number number) || Decimals.of(number, KEY).signum() <= 0) {
      throw new PluginException(KEY + ": expected a number above 0, but found " + value);
    }
    BigDecimal step = Decimals.of(number, KEY);
    String phrase = KEY + " " + Decimals.text(step);
    if (column.kind().isFloating()) {
      return Constraint.of(near(step, column), phrase);
    }
    BigDecimal least = BigDecimal.ONE.movePointLeft(column.scale().orElse(0));
    boolean all = column.scale().isPresent() && least.remainder(step).signum() == 0;
    return new Constraint(exact(step, all, column), all, phrase, Optional.empty());
  }

  private static String exact(BigDecimal step, boolean all, Column column) {
    if (Sql.isDecimal(step)) {
      return column.sql() + " % " + Sql.literal(step) + " <> 0";
    }
    if (Decimals.wholeDigits(step) > Sql.MOST_DIGITS) {
      return column.sql() + " <> 0";
    }
    if (all) {
      return "1 = 0";
    }
    throw new PluginException(
        KEY
            + ": expected a number of up to "
            + Sql.MOST_DIGITS
            + " digits, but found "
            + Decimals.text(step));
  }

  private static String near(BigDecimal step, Column column) {
    double divisor = step.doubleValue();
    if (divisor == 0 || Double.isInfinite(divisor)) {
      throw new PluginException(
          KEY + ": expected a number that a double can be, but found " + Decimals.text(step));
    }
    String ratio = column.sql() + " / " + Sql.literal(divisor);
    String off = column.kind() == Kind.FLOAT ? OFF_FLOATS : OFF_DOUBLES;
    // The limit keeps NaN, which is greater than any number, from being near itself.
    String allowed = off + " * least(abs(" + ratio + "), 1.0E300D)";
    return "abs(" + ratio + " - round(" + ratio + ")) > greatest(" + OFF + ", " + allowed + ")";
  }
}
