package dev.headgate.store;

import com.fasterxml.jackson.databind.util.StdConverter;
import dev.headgate.model.check.CheckSpec.Origin;
import dev.headgate.model.check.CheckSpec.Severity;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Places.Place;
import dev.headgate.model.release.Finding;
import dev.headgate.model.release.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A verdict as any version wrote it. Before there were contracts, a result said {@code check} for
 * {@code rule} and {@code passed} for {@code outcome}, all rules were the pipeline's, and a verdict
 * named no evidence. What says neither that it passed nor how it ended counts as failed.
 */
record StoredVerdict(
    long release,
    String digest,
    String evidence,
    List<Finding> results,
    Instant at,
    Optional<Instant> validUntil) {
  /** Reads verdicts. */
  static final class ToVerdict extends StdConverter<StoredVerdict, Verdict> {
    @Override
    public Verdict convert(StoredVerdict stored) {
      return new Verdict(
          stored.release,
          stored.digest,
          Objects.requireNonNullElse(stored.evidence, ""),
          stored.results,
          stored.at,
          stored.validUntil);
    }
  }

  /** A finding as any version wrote it. */
  record StoredFinding(
      Optional<DatasetName> dataset,
      String rule,
      String check,
      Severity severity,
      Finding.Outcome outcome,
      boolean passed,
      Origin origin,
      Optional<String> measured,
      String message,
      Optional<Finding.Evidence> evidence,
      Optional<Long> waiver,
      Optional<Finding.Sample> sample,
      Optional<Place> place) {
    private Finding.Outcome anyOutcome() {
      if (outcome != null) {
        return outcome;
      }
      return passed ? Finding.Outcome.PASSED : Finding.Outcome.FAILED;
    }
  }

  /** Reads findings. */
  static final class ToFinding extends StdConverter<StoredFinding, Finding> {
    @Override
    public Finding convert(StoredFinding stored) {
      return new Finding(
          stored.dataset,
          Objects.requireNonNullElse(stored.rule, stored.check),
          stored.severity,
          stored.anyOutcome(),
          Objects.requireNonNullElse(stored.origin, Origin.PIPELINE),
          stored.measured,
          stored.message,
          stored.evidence,
          stored.waiver,
          stored.sample,
          stored.place);
    }
  }
}
