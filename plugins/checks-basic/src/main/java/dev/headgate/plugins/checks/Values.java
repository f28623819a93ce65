package dev.headgate.plugins.checks;

import dev.headgate.spi.PluginException;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Turns the values of query results and definitions into what is compared. */
final class Values {
  private Values() {}

  /**
   * The number as a decimal with the digits that people see.
   *
   * @param where said in errors
   */
  static BigDecimal decimal(Number number, String where) {
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

  static Measured measured(Object value) {
    if (value == null) {
      return new Measured.Nothing();
    }
    if (value instanceof Boolean flag) {
      return new Measured.Flag(flag);
    }
    if (value instanceof Number number) {
      return new Measured.Numeric(decimal(number, "the query's answer"));
    }
    throw new PluginException(
        "the query returned '" + value + "'; expected a number, true or false");
  }
}
