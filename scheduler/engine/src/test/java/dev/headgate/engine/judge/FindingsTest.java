package dev.headgate.engine.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headgate.model.check.CheckSpec;
import dev.headgate.model.check.CheckSpec.Severity;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.release.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindingsTest {
  private static final DatasetName FLIGHTS = DatasetName.parse("operations.flights");

  private static Finding result(String check, Severity severity, boolean passed) {
    return new Finding(
        FLIGHTS,
        check,
        severity,
        passed ? Finding.Outcome.PASSED : Finding.Outcome.FAILED,
        CheckSpec.Origin.PIPELINE,
        "6, expected greater than 10000");
  }

  @Test
  void aBlockerNamesItsCheckOnceAndSaysWhatWasFoundAndExpected() {
    Findings findings =
        new Findings(List.of(result("every day is complete", Severity.ERROR, false)), List.of());

    assertThat(findings.blockers())
        .containsExactly(
            "check 'every day is complete' of operations.flights: 6, expected greater than 10000");
  }

  @Test
  void whatPassesOrOnlyWarnsBlocksNothingAndErrorsComeFirst() {
    Findings findings =
        new Findings(
            List.of(
                result("passes", Severity.ERROR, true),
                result("warns", Severity.WARNING, false),
                result("fails", Severity.ERROR, false)),
            List.of("the query engine is away"));

    assertThat(findings.blockers())
        .containsExactly(
            "the query engine is away",
            "check 'fails' of operations.flights: 6, expected greater than 10000");
  }
}
