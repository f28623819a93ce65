package dev.headgate.plugins.checks;

import dev.headgate.spi.Check;

/** Measures one value of a dataset. Without state. */
interface Metric {
  Measurement measure(Check.Request request) throws InterruptedException;

  /**
   * What was measured.
   *
   * @param subject what the value is of, for messages: {@code rowCount of operations.flights}
   * @param unit appended to values in messages: empty, or for example {@code " %"}
   */
  record Measurement(String subject, Measured value, String unit) {}
}
