package dev.headgate.engine.judge;

import dev.headgate.engine.contract.Expected;
import dev.headgate.model.check.CheckSpec;
import dev.headgate.model.product.Dataset;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Definitions;
import dev.headgate.model.release.Finding;
import dev.headgate.model.release.Finding.Outcome;
import java.util.List;
import java.util.stream.Stream;

/**
 * The rules that a dataset is measured by: its own, and what its consumers expect of the major that
 * it has.
 */
final class Rules {
  private static final String DOCUMENTATION = "text";

  private Rules() {}

  static List<CheckSpec> of(Dataset dataset, Definitions definitions) {
    return Stream.concat(
            dataset.checks().stream(),
            Expected.of(definitions, dataset.name()).stream()
                .filter(Expected::isAsked)
                .map(Expected::rule))
        .filter(rule -> !rule.type().equals(DOCUMENTATION))
        .toList();
  }

  /** What consumers expect who read other majors only. */
  static List<Finding> notAsked(DatasetName dataset, Definitions definitions) {
    return Expected.of(definitions, dataset).stream()
        .filter(expected -> !expected.isAsked())
        .filter(expected -> !expected.rule().type().equals(DOCUMENTATION))
        .map(
            expected ->
                new Finding(
                        dataset,
                        expected.rule().name(),
                        expected.rule().severity(),
                        Outcome.SKIPPED,
                        expected.rule().origin(),
                        expected.unasked())
                    .at(expected.place(definitions)))
        .toList();
  }
}
