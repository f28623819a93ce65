package dev.headgate.model.release;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What all checks and policies came to on one digest.
 *
 * @param evidence digest of what else was judged by: contracts, policies, pipeline, expectations;
 *     part of {@code digest}
 * @param validUntil when a waiver that it rests on ends; the verdict ends with it
 */
public record Verdict(
    long release,
    String digest,
    String evidence,
    List<Finding> results,
    Instant at,
    Optional<Instant> validUntil) {
  public Verdict {
    evidence = Objects.requireNonNullElse(evidence, "");
    results = List.copyOf(results);
  }

  /** Whether nothing of severity error failed. */
  public boolean passed() {
    return results.stream().noneMatch(Finding::blocks);
  }

  /** Whether a waiver that it rests on has ended. */
  public boolean isExpired(Instant now) {
    return validUntil.filter(until -> !now.isBefore(until)).isPresent();
  }
}
