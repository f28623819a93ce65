package dev.headgate.plugins.checks.rule;

import dev.headgate.model.release.Finding.Evidence;
import dev.headgate.plugins.checks.compare.Comparison;
import dev.headgate.plugins.checks.compare.Quantity;
import dev.headgate.spi.Check;
import java.math.BigDecimal;
import java.util.Optional;

/** Makes the result of a comparison, with its message. */
public final class Measured {
  private Measured() {}

  /**
   * What came of comparing a value.
   *
   * @param kept the value to keep
   * @param suffix after each number: empty, or for example {@code " %"}
   * @param what after the measured value: {@code rows}; may be empty
   * @param note at the end, in parentheses; may be empty
   */
  public static Check.Result.Measured of(
      Comparison comparison,
      Quantity compared,
      Optional<BigDecimal> kept,
      String suffix,
      String what,
      String note,
      Evidence evidence) {
    String unit = compared.number().isPresent() ? suffix : "";
    return new Check.Result.Measured(
        comparison.holds(compared),
        kept,
        compared.text() + unit,
        compared.told()
            + unit
            + (what.isEmpty() ? "" : " " + what)
            + ", expected "
            + comparison.expected(suffix)
            + (note.isEmpty() ? "" : " (" + note + ")"),
        evidence,
        Optional.empty());
  }
}
