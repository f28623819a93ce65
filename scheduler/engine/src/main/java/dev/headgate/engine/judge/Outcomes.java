package dev.headgate.engine.judge;

import dev.headgate.model.check.CheckSpec;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.release.Finding;
import dev.headgate.model.release.Finding.Outcome;
import dev.headgate.spi.Check;
import java.util.Optional;

/** What checks answered, as findings. */
final class Outcomes {
  private Outcomes() {}

  /** Of what was measured or skipped; {@code result} is not broken. */
  static Finding finding(DatasetName dataset, CheckSpec rule, Check.Result result) {
    if (result instanceof Check.Result.Measured measured) {
      return new Finding(
          Optional.of(dataset),
          rule.name(),
          rule.severity(),
          measured.passed() ? Outcome.PASSED : Outcome.FAILED,
          rule.origin(),
          Optional.of(measured.shown()),
          measured.message(),
          Optional.of(measured.evidence()),
          Optional.empty(),
          measured.sample());
    }
    return new Finding(
        Optional.of(dataset),
        rule.name(),
        rule.severity(),
        Outcome.SKIPPED,
        rule.origin(),
        Optional.empty(),
        ((Check.Result.Skipped) result).message(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
