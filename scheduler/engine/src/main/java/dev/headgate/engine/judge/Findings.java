package dev.headgate.engine.judge;

import dev.headgate.model.check.CheckSpec;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.release.Finding;
import dev.headgate.model.store.MetricStore.Measurement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the checks gave.
 *
 * @param errors of checks and policies that could not be evaluated through no fault of theirs, each
 *     in one sentence
 * @param measurements to be kept
 */
record Findings(List<Finding> results, List<String> errors, List<Measurement> measurements) {
  Findings {
    results = List.copyOf(results);
    errors = List.copyOf(errors);
    measurements = List.copyOf(measurements);
  }

  /** Of what was not measured. */
  Findings(List<Finding> results, List<String> errors) {
    this(results, errors, List.of());
  }

  /** The same with other results. */
  Findings with(List<Finding> others) {
    return new Findings(others, errors, measurements);
  }

  /** Which check, as every message about it begins; plugins' messages do not say it again. */
  static String named(String check, DatasetName dataset) {
    return "check '" + check + "' of " + dataset;
  }

  /** Which rule a finding is of, and whose. */
  static String named(Finding finding) {
    String dataset = finding.dataset().map(DatasetName::toString).orElse("");
    return switch (finding.origin().kind()) {
      case POLICY ->
          "policy '" + finding.rule() + "'" + (dataset.isEmpty() ? "" : " on " + dataset);
      case EXPECTATION ->
          "'" + finding.rule() + "', which " + finding.origin().name() + " expects of " + dataset;
      case PIPELINE, CONTRACT, HEADGATE ->
          "check '" + finding.rule() + "'" + (dataset.isEmpty() ? "" : " of " + dataset);
    };
  }

  /** What keeps the release from passing, each in one sentence. */
  List<String> blockers() {
    return Stream.concat(
            errors.stream(),
            results.stream().filter(Finding::blocks).map(f -> named(f) + ": " + f.message()))
        .toList();
  }

  /** Findings while they are gathered. */
  static final class Collected {
    private final List<Finding> results = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();
    private final List<Measurement> measurements = new ArrayList<>();

    void add(Finding finding) {
      results.add(finding);
    }

    void addAll(List<Finding> findings) {
      results.addAll(findings);
    }

    void add(Measurement measurement) {
      measurements.add(measurement);
    }

    void error(String sentence) {
      errors.add(sentence);
    }

    void error(DatasetName dataset, CheckSpec rule, String why) {
      errors.add(named(rule.name(), dataset) + ": " + why);
    }

    void notEvaluated(DatasetName dataset, CheckSpec rule, String why) {
      errors.add(named(rule.name(), dataset) + " could not be evaluated: " + why);
    }

    List<Finding> soFar() {
      return List.copyOf(results);
    }

    Findings done() {
      return new Findings(results, errors, measurements);
    }
  }
}
