package dev.headgate.engine.contract;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;

/** Values as a contract writes them: numbers, or texts that may be dates and times. */
final class Value {
  private Value() {}

  /** A number without needless zeros; anything else as it is. */
  static String text(Object value) {
    return number(value).map(n -> n.stripTrailingZeros().toPlainString()).orElse(value.toString());
  }

  static Optional<BigDecimal> number(Object value) {
    return value instanceof Number
        ? Optional.of(new BigDecimal(value.toString()))
        : Optional.empty();
  }

  /**
   * Which comes first, of two numbers or of two dates or times in the same ISO 8601 form; empty
   * where that is not known.
   */
  static OptionalInt compare(Object one, Object other) {
    Optional<BigDecimal> first = number(one);
    Optional<BigDecimal> second = number(other);
    if (first.isPresent() && second.isPresent()) {
      return OptionalInt.of(first.get().compareTo(second.get()));
    }
    String left = one.toString();
    String right = other.toString();
    boolean sameForm =
        left.matches("\\d.*\\d[^+-]*") && form(left).equals(form(right)) && first.equals(second);
    return sameForm ? OptionalInt.of(left.compareTo(right)) : OptionalInt.empty();
  }

  private static String form(String text) {
    return text.replaceAll("\\d", "9");
  }
}
