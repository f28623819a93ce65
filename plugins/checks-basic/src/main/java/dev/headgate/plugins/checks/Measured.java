package dev.headgate.plugins.checks;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** A measured value. */
sealed interface Measured {
  /** As people read it. */
  String text();

  /** A number. */
  record Numeric(BigDecimal value) implements Measured {
    private static final int SHOWN_DECIMALS = 6;

    static Numeric of(long value) {
      return new Numeric(BigDecimal.valueOf(value));
    }

    @Override
    public String text() {
      BigDecimal shown =
          value.scale() > SHOWN_DECIMALS
              ? value.setScale(SHOWN_DECIMALS, RoundingMode.HALF_UP)
              : value;
      return shown.signum() == 0 ? "0" : shown.stripTrailingZeros().toPlainString();
    }
  }

  /** Yes or no. */
  record Flag(boolean value) implements Measured {
    @Override
    public String text() {
      return Boolean.toString(value);
    }
  }

  /** SQL's null: no value, which meets no expectation. */
  record Nothing() implements Measured {
    @Override
    public String text() {
      return "null";
    }
  }
}
