package dev.headgate.engine.judge;

import dev.headgate.model.release.Verdict;
import java.util.List;

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
}
