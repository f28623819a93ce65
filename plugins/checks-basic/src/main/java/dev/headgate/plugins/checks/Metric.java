package dev.headgate.plugins.checks;

/** Measures one value of a dataset. Without state. */
interface Metric {
  Measurement measure(One request) throws InterruptedException;

  /**
   * What was measured.
   *
   * @param unit appended to values in messages: empty, or for example {@code " %"}
   * @param what said after the value in messages: {@code rows}; empty where only the check's name
   *     says it
   */
  record Measurement(Measured value, String unit, String what) {}
}
