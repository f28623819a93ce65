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

  /** Of what was measured, skipped or is broken, which is a failure; not of what is unavailable. */
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
    if (result instanceof Check.Result.Broken broken) {
      return unmeasured(
          dataset, rule, Outcome.FAILED, "could not be evaluated: " + broken.message());
    }
    return unmeasured(dataset, rule, Outcome.SKIPPED, ((Check.Result.Skipped) result).message());
  }

  private static Finding unmeasured(
      DatasetName dataset, CheckSpec rule, Outcome outcome, String message) {
    return new Finding(dataset, rule.name(), rule.severity(), outcome, rule.origin(), message);
  }
}
