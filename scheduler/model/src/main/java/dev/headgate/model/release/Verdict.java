package dev.headgate.model.release;

import dev.headgate.model.product.CheckSpec.Severity;
import dev.headgate.model.product.DatasetName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All checks' results on one digest. */
public record Verdict(long release, String digest, List<Result> results, Instant at) {
  public Verdict {
    results = List.copyOf(results);
  }

  /** Whether nothing of severity error failed. */
  public boolean passed() {
    return results.stream().allMatch(r -> r.passed() || r.severity() == Severity.WARNING);
  }

  /**
   * One check's result.
   *
   * @param measured the value that was compared, as text
   * @param message what was found and what was expected, without the check and its dataset
   */
  public record Result(
      DatasetName dataset,
      String check,
      Severity severity,
      boolean passed,
      Optional<String> measured,
      String message) {}
}
