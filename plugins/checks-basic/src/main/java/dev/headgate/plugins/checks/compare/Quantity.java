package dev.headgate.plugins.checks.compare;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** A value that was measured, as it is compared. */
public sealed interface Quantity {
  /** As people read it. */
  String text();

  /** The same, and whether that is not exactly the value. */
  default String told() {
    return text();
  }

  /** As a number, if it is one. */
  default Optional<BigDecimal> number() {
    return Optional.empty();
  }

  /** A number. */
  record Numeric(BigDecimal value) implements Quantity {
    private static final int SHOWN_DECIMALS = 6;

    public static Numeric of(long value) {
      return new Numeric(BigDecimal.valueOf(value));
    }

    @Override
    public Optional<BigDecimal> number() {
      return Optional.of(value);
    }

    @Override
    public String text() {
      return Decimals.text(shown());
    }

    @Override
    public String told() {
      return (shown().compareTo(value) == 0 ? "" : "about ") + text();
    }

    private BigDecimal shown() {
      return value.scale() > SHOWN_DECIMALS
          ? value.setScale(SHOWN_DECIMALS, RoundingMode.HALF_UP)
          : value;
    }
  }

  /** Yes or no. */
  record Flag(boolean value) implements Quantity {
    @Override
    public String text() {
      return Boolean.toString(value);
    }
  }

  /** SQL's null: no value, which meets no expectation. */
  record Nothing() implements Quantity {
    @Override
    public String text() {
      return "null";
    }
  }
}
