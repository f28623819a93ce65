package dev.headgate.server.api;

import dev.headgate.model.check.CheckSpec;
import dev.headgate.model.product.Places.Place;
import dev.headgate.model.release.Finding;
import java.util.Optional;

/**
 * What one check or policy said.
 *
 * @param origin who wrote it: {@code pipeline}, {@code contract …}, {@code expectation …}, …
 * @param file where it is written, where that is known
 * @param line from 1; absent, with the column, where only the file is known
 * @param evidence how the value was come by; absent where nothing was measured
 * @param waiver the id of the waiver that keeps a failure from blocking
 */
record FindingView(
    Optional<String> dataset,
    String check,
    CheckSpec.Severity severity,
    Finding.Outcome outcome,
    String origin,
    Optional<String> file,
    Optional<Integer> line,
    Optional<Integer> column,
    Optional<String> measured,
    String message,
    Optional<Finding.Evidence> evidence,
    Optional<Long> waiver,
    Optional<Finding.Sample> sample) {
  static FindingView of(Finding finding) {
    return new FindingView(
        finding.dataset().map(Object::toString),
        finding.rule(),
        finding.severity(),
        finding.outcome(),
        finding.origin().toString(),
        finding.place().map(Place::file).or(() -> file(finding.origin())),
        finding.place().map(Place::line),
        finding.place().map(Place::column),
        finding.measured(),
        finding.message(),
        finding.evidence(),
        finding.waiver(),
        finding.sample());
  }

  private static Optional<String> file(CheckSpec.Origin origin) {
    return switch (origin.kind()) {
      case CONTRACT -> Optional.of(origin.name().replaceFirst(" [0-9.]+$", ""));
      case POLICY -> Optional.of(origin.name());
      case PIPELINE, EXPECTATION, HEADGATE -> Optional.empty();
    };
  }
}
