package dev.headgate.plugins.checks;

import dev.headgate.spi.PluginException;
import java.math.BigDecimal;
import java.math.MathContext;

/** The {@code unit} in which rows are counted. */
enum Unit {
  ROWS("rows", ""),
  PERCENT("percent", " %");

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final String key;
  private final String suffix;

  Unit(String key, String suffix) {
    this.key = key;
    this.suffix = suffix;
  }

  /** The unit of a check; rows, where it has none. */
  static Unit of(One request) {
    Object setting = request.spec().settings().getOrDefault("unit", ROWS.key);
    for (Unit unit : values()) {
      if (unit.key.equals(setting)) {
        return unit;
      }
    }
    throw new PluginException("unit: expected rows or percent, but found " + setting);
  }

  static void rowsOnly(One request) {
    if (of(request) != ROWS) {
      throw new PluginException("unit: this metric is counted in rows only");
    }
  }

  /** {@code part} of {@code total} rows in this unit; of no rows, 0 percent. */
  Metric.Measurement measurement(String what, long part, long total) {
    BigDecimal value =
        switch (this) {
          case ROWS -> BigDecimal.valueOf(part);
          case PERCENT ->
              total == 0
                  ? BigDecimal.ZERO
                  : BigDecimal.valueOf(part)
                      .multiply(HUNDRED)
                      .divide(BigDecimal.valueOf(total), MathContext.DECIMAL128);
        };
    return new Metric.Measurement(new Measured.Numeric(value), suffix, what);
  }
}
