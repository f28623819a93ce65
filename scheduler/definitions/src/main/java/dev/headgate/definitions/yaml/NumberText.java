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

  private static final int LONGEST = 200;
  private static final String DIGITS = "which has more than " + MOST_DIGITS + " digits";
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
    if (text.length() > LONGEST || (exponent != null && !exponent.matches("[-+]?0*\\d{1,4}"))) {
      return Optional.of(DIGITS);
    }
    BigDecimal number = new BigDecimal(text).stripTrailingZeros();
    int before = number.precision() - number.scale();
    boolean many =
        number.precision() > MOST_DIGITS || before > MOST_DIGITS || number.scale() > MOST_DIGITS;
    return many ? Optional.of(DIGITS) : Optional.empty();
  }
}
