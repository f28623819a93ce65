package dev.headgate.definitions.yaml;

import dev.headgate.model.ExactNumber;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers as YAML writes them, exactly; those that no column of a table can hold are none. */
final class NumberText {
  /** As many as a decimal of Iceberg has. */
  private static final int MOST_DIGITS = 38;

  /** Those of the greatest double before the point, and of the least behind it. */
  private static final int MOST_BEFORE = 309;

  private static final int MOST_BEHIND = 324 + MOST_DIGITS;

  private static final int LONGEST = 200;
  private static final String DIGITS = "which has more than " + MOST_DIGITS + " digits";
  private static final String BEYOND = "which is beyond what a double holds";
  private static final Pattern DECIMAL =
      Pattern.compile("[-+]?(\\d+(\\.\\d*)?|\\.\\d+)([eE](?<exponent>[-+]?\\d+))?");
  private static final Pattern NOT_FINITE = Pattern.compile("(?i)[-+]?\\.inf|\\.nan");

  private NumberText() {}

  static Optional<Object> parse(String text) {
    return objection(text).isPresent()
        ? Optional.empty()
        : Optional.of(ExactNumber.of(new BigDecimal(text)));
  }

  /** Why it is no number to go on with. */
  static Optional<String> objection(String text) {
    if (NOT_FINITE.matcher(text).matches()) {
      return Optional.of("which is not finite");
    }
    Matcher decimal = DECIMAL.matcher(text);
    if (!decimal.matches()) {
      return Optional.of("which is not decimal");
    }
    String exponent = decimal.group("exponent");
    if (exponent != null && !exponent.matches("[-+]?0*\\d{1,4}")) {
      return Optional.of(BEYOND);
    }
    if (text.length() > LONGEST) {
      return Optional.of(DIGITS);
    }
    BigDecimal number = new BigDecimal(text).stripTrailingZeros();
    if (number.precision() > MOST_DIGITS) {
      return Optional.of(DIGITS);
    }
    boolean beyond =
        number.precision() - number.scale() > MOST_BEFORE || number.scale() > MOST_BEHIND;
    return beyond ? Optional.of(BEYOND) : Optional.empty();
  }
}
