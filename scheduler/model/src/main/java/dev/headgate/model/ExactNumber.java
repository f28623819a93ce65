package dev.headgate.model;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Numbers that definitions hold, exactly as people wrote them. */
public final class ExactNumber {
  private static final int LONG_BITS = 63;

  private ExactNumber() {}

  /**
   * The one object that stands for this value, however it was written: a {@code Long} where it is
   * whole and fits, else a {@code BigInteger}; with a fraction a {@code BigDecimal} that ends with
   * another digit than zero.
   */
  public static Number of(BigDecimal value) {
    BigDecimal shortest = value.stripTrailingZeros();
    if (shortest.scale() > 0) {
      return shortest;
    }
    BigInteger whole = shortest.toBigIntegerExact();
    return whole.bitLength() <= LONG_BITS ? whole.longValue() : (Number) whole;
  }
}
