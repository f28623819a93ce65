package dev.headgate.engine.judge;

import dev.headgate.model.check.CheckSpec;
import dev.headgate.model.product.Dataset;
import dev.headgate.model.product.Definitions;
import dev.headgate.model.product.Expectation;
import java.util.List;
import java.util.stream.Stream;

/** The rules that a dataset is measured by: its own, and what its consumers expect. */
final class Rules {
  private static final String DOCUMENTATION = "text";

  private Rules() {}

  static List<CheckSpec> of(Dataset dataset, Definitions definitions) {
    return Stream.concat(
            dataset.checks().stream(),
            Evidence.expectations(definitions, dataset).stream().map(Expectation::rule))
        .filter(rule -> !rule.type().equals(DOCUMENTATION))
        .toList();
  }
}
