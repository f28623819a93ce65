package dev.headgate.plugins.checks;

import dev.headgate.model.check.CheckSpec;
import dev.headgate.model.release.Finding;
import dev.headgate.spi.Check;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares what metrics measure with what the rules expect. */
final class MeasuredCheck implements Check {
  private final Map<String, Metric> metrics;

  MeasuredCheck(Map<String, Metric> metrics) {
    this.metrics = metrics;
  }

  @Override
  public List<Result> evaluate(Request request) throws InterruptedException {
    List<Result> results = new ArrayList<>();
    for (CheckSpec rule : request.rules()) {
      results.add(one(rule, request));
    }
    return results;
  }

  private Result one(CheckSpec rule, Request request) throws InterruptedException {
    try {
      Comparison comparison = Comparison.of(rule.settings());
      Metric.Measurement measurement =
          metrics
              .get(rule.type())
              .measure(
                  new One(
                      rule,
                      request.dataset(),
                      request.view(),
                      request.queries(),
                      request.timeout()));
      String measured = measurement.value().text() + measurement.unit();
      Optional<BigDecimal> value =
          measurement.value() instanceof Measured.Numeric n
              ? Optional.of(n.value())
              : Optional.empty();
      return new Result.Measured(
          comparison.holds(measurement.value()),
          value,
          measured,
          measured
              + (measurement.what().isEmpty() ? "" : " " + measurement.what())
              + ", expected "
              + comparison.expected(measurement.unit()),
          new Finding.Evidence(Finding.Source.QUERY, true),
          Optional.empty());
    } catch (RuntimeException e) {
      return new Result.Broken(e.getMessage());
    }
  }
}
