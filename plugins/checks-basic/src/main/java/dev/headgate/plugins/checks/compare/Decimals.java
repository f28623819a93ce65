package dev.headgate.plugins.checks.compare;

import dev.headgate.spi.PluginException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;

/** Numbers of definitions and query results as decimals, so that they compare exactly. */
public final class Decimals {
  /** Far more digits than any column has, and few enough to be written out. */
  private static final int MOST_DIGITS = 1000;

  private static final int MOST_SHOWN = 60;

  private Decimals() {}

  /**
   * The number with the digits that people see.
   *
   * @param where said in errors
   */
  public static BigDecimal of(Number number, String where) {
    if (number instanceof BigDecimal decimal) {
      return checked(decimal, where);
    }
    if (number instanceof BigInteger integer) {
      return checked(new BigDecimal(integer), where);
    }
    if (number instanceof Double || number instanceof Float) {
      if (!Double.isFinite(number.doubleValue())) {
        throw new PluginException(where + ": " + number + " is not a number to compare with");
      }
      return new BigDecimal(number.toString());
    }
    return BigDecimal.valueOf(number.longValue());
  }

  private static BigDecimal checked(BigDecimal number, String where) {
    if (isShort(number)) {
      return number;
    }
    throw new PluginException(
        where + ": expected a number of up to " + MOST_DIGITS + " digits, but found a longer one");
  }

  private static boolean isShort(BigDecimal number) {
    return number.precision() <= MOST_DIGITS && Math.abs((long) number.scale()) <= MOST_DIGITS;
  }

  /** Of a text; empty if it is no number, or a far too long one. */
  public static Optional<BigDecimal> parse(String text) {
    try {
      return Optional.of(new BigDecimal(text.strip())).filter(Decimals::isShort);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** As people read it: with all of its digits, and an exponent only beyond reason. */
  public static String text(BigDecimal number) {
    BigDecimal shortest = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    boolean plain = shortest.scale() <= MOST_SHOWN && wholeDigits(shortest) <= MOST_SHOWN;
    return plain ? shortest.toPlainString() : shortest.toString();
  }

  /** How many digits it has before the point; less than 1 for what is between -1 and 1. */
  public static int wholeDigits(BigDecimal number) {
    return number.precision() - number.scale();
  }
}
