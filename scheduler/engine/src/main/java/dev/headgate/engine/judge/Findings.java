package dev.headgate.engine.judge;

import dev.headgate.model.product.CheckSpec.Severity;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.release.Verdict;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the checks gave.
 *
 * @param errors of checks that could not be evaluated, each in one sentence
 */
record Findings(List<Verdict.Result> results, List<String> errors) {
  Findings {
    results = List.copyOf(results);
    errors = List.copyOf(errors);
  }

  /** Which check, as every message about it begins; plugins' messages do not say it again. */
  static String named(String check, DatasetName dataset) {
    return "check '" + check + "' of " + dataset;
  }

  /** What keeps the release from passing, each in one sentence. */
  List<String> blockers() {
    return Stream.concat(
            errors.stream(),
            results.stream()
                .filter(r -> !r.passed() && r.severity() == Severity.ERROR)
                .map(r -> named(r.check(), r.dataset()) + ": " + r.message()))
        .toList();
  }
}
