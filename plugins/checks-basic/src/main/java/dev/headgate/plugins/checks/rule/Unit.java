package dev.headgate.plugins.checks.rule;

import dev.headgate.plugins.checks.compare.Quantity;
import dev.headgate.spi.PluginException;
import java.math.BigDecimal;
import java.math.MathContext;

/** The {@code unit} in which rows are counted. */
public enum Unit {
  ROWS("rows", ""),
  PERCENT("percent", " %");

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final String key;
  private final String suffix;

  Unit(String key, String suffix) {
    this.key = key;
    this.suffix = suffix;
  }

  /** The unit of a rule; rows, where it has none. */
  public static Unit of(Settings settings) {
    Object setting = settings.values().getOrDefault("unit", ROWS.key);
    for (Unit unit : values()) {
      if (unit.key.equals(setting)) {
        return unit;
      }
    }
    throw new PluginException("unit: expected rows or percent, but found " + setting);
  }

  static Unit rowsOnly(Settings settings) {
    if (of(settings) != ROWS) {
      throw new PluginException("unit: this metric is counted in rows only");
    }
    return ROWS;
  }

  /** What follows a value of this unit. */
  public String suffix() {
    return suffix;
  }

  /** {@code part} of {@code total} rows in percent; of no rows, 0. */
  public static BigDecimal percent(long part, long total) {
    return total == 0
        ? BigDecimal.ZERO
        : BigDecimal.valueOf(part)
            .multiply(HUNDRED)
            .divide(BigDecimal.valueOf(total), MathContext.DECIMAL128);
  }

  /** The same as it was counted, to go with a share; empty where it is no share. */
  String fraction(long part, long total) {
    return switch (this) {
      case ROWS -> "";
      case PERCENT -> "(" + part + " of " + total + " rows) ";
    };
  }

  /** {@code part} of {@code total} rows in this unit. */
  Quantity quantity(long part, long total) {
    return switch (this) {
      case ROWS -> Quantity.Numeric.of(part);
      case PERCENT -> new Quantity.Numeric(percent(part, total));
    };
  }
}
