package dev.headgate.plugins.checks.table;

import dev.headgate.plugins.checks.sql.Sql;
import java.math.BigDecimal;

/**
 * Numbers of rules beside those of a column. Floating-point columns hold the nearest number that
 * their type has, and so do the literals that they are compared with: 0.2 is 0.2 for each of them.
 * With other columns numbers compare exactly.
 */
public final class Numbers {
  private Numbers() {}

  /** A literal that compares with values of the kind. */
  public static String literal(BigDecimal number, Kind kind) {
    if (kind == Kind.FLOAT && isFloat(number)) {
      return Sql.literal(number.floatValue());
    }
    return kind.isFloating() ? Sql.literal(number.doubleValue()) : Sql.literal(number);
  }

  /** The number that {@link #literal} has; as it is, where that is infinite. */
  public static BigDecimal held(BigDecimal number, Kind kind) {
    if (!kind.isFloating() || isBeyond(number)) {
      return number;
    }
    return new BigDecimal(
        kind == Kind.FLOAT && isFloat(number) ? number.floatValue() : number.doubleValue());
  }

  /** Whether it is too great, or too far below zero, for any floating-point number. */
  public static boolean isBeyond(BigDecimal number) {
    return Double.isInfinite(number.doubleValue());
  }

  /** What is not is compared as a double: no float is that great, or that close to zero. */
  private static boolean isFloat(BigDecimal number) {
    float nearest = number.floatValue();
    return Float.isFinite(nearest) && (nearest != 0 || number.signum() == 0);
  }
}
