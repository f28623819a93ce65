package dev.headgate.engine.judge;

import dev.headgate.model.check.CheckSpec.Origin;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.release.Finding;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the checks gave.
 *
 * @param errors of checks that could not be evaluated, each in one sentence
 */
record Findings(List<Finding> results, List<String> errors) {
  Findings {
    results = List.copyOf(results);
    errors = List.copyOf(errors);
  }

  /** Which check, as every message about it begins; plugins' messages do not say it again. */
  static String named(String check, DatasetName dataset) {
    return "check '" + check + "' of " + dataset;
  }

  private static String named(Finding finding) {
    if (finding.origin().kind() == Origin.Kind.POLICY) {
      return "policy '" + finding.rule() + "'" + finding.dataset().map(d -> " on " + d).orElse("");
    }
    return finding
        .dataset()
        .map(d -> named(finding.rule(), d))
        .orElse("check '" + finding.rule() + "'");
  }

  /** What keeps the release from passing, each in one sentence. */
  List<String> blockers() {
    return Stream.concat(
            errors.stream(),
            results.stream().filter(Finding::blocks).map(f -> named(f) + ": " + f.message()))
        .toList();
  }
}
