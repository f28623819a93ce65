package dev.headgate.plugins.checks.compare;

import dev.headgate.spi.PluginException;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Numbers of definitions and query results as decimals, so that they compare exactly. */
public final class Decimals {
  private Decimals() {}

  /**
   * The number with the digits that people see.
   *
   * @param where said in errors
   */
  public static BigDecimal of(Number number, String where) {
    if (number instanceof BigDecimal decimal) {
      return decimal;
    }
    if (number instanceof BigInteger integer) {
      return new BigDecimal(integer);
    }
    if (number instanceof Double || number instanceof Float) {
      if (!Double.isFinite(number.doubleValue())) {
        throw new PluginException(where + ": " + number + " is not a number to compare with");
      }
      return new BigDecimal(number.toString());
    }
    return BigDecimal.valueOf(number.longValue());
  }
}
