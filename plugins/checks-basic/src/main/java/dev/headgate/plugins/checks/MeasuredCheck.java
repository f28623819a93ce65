package dev.headgate.plugins.checks;

import dev.headgate.spi.Check;
import java.util.Optional;

/** Compares what a metric measures with what the check expects. */
final class MeasuredCheck implements Check {
  private final Metric metric;

  MeasuredCheck(Metric metric) {
    this.metric = metric;
  }

  @Override
  public Outcome evaluate(Request request) throws InterruptedException {
    Comparison comparison = Comparison.of(request.spec().settings());
    Metric.Measurement measurement = metric.measure(request);
    String measured = measurement.value().text() + measurement.unit();
    return new Outcome(
        comparison.holds(measurement.value()),
        Optional.of(measured),
        measured
            + (measurement.what().isEmpty() ? "" : " " + measurement.what())
            + ", expected "
            + comparison.expected(measurement.unit()));
  }
}
