package dev.headgate.plugins.checks.valid;

import dev.headgate.plugins.checks.sql.Sql;
import dev.headgate.plugins.checks.table.Column;
import dev.headgate.plugins.checks.table.Numbers;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A bound of numbers.
 *
 * @param lower whether it is the least that is valid, not the greatest
 * @param strict whether the bound itself is not valid
 */
record Bound(BigDecimal number, boolean lower, boolean strict) {
  /** A condition in SQL that holds for values of the column that are outside. */
  String violation(Column column) {
    if (column.scale().isPresent()) {
      return exact(column, column.scale().getAsInt());
    }
    boolean infinite = Numbers.isBeyond(number);
    // Infinity is outside of a finite bound, though that is written as infinity.
    boolean itself = infinite ? lower == number.signum() < 0 : strict;
    return compared(column, itself, Numbers.literal(number, column.kind()));
  }

  /** With the bound rounded to the digits of the column, so that the same values are outside. */
  private String exact(Column column, int scale) {
    BigDecimal rounded =
        number.setScale(scale, lower == strict ? RoundingMode.FLOOR : RoundingMode.CEILING);
    if (rounded.precision() <= Sql.MOST_DIGITS) {
      return compared(column, strict, Sql.literal(rounded));
    }
    // No value is that great, or that far below zero.
    boolean all = lower == number.signum() > 0;
    return all ? "1 = 1" : "1 = 0";
  }

  private String compared(Column column, boolean itself, String literal) {
    return column.sql() + (lower ? " <" : " >") + (itself ? "= " : " ") + literal;
  }

  /** Whether the least, or the greatest, value of the column is not outside. */
  boolean holds(BigDecimal extreme, Column column) {
    int order = Numbers.held(extreme, column.kind()).compareTo(Numbers.held(number, column.kind()));
    return Range.holds(order, lower, strict);
  }
}
