package dev.headgate.engine.judge;

import dev.headgate.engine.ledger.Ledger;
import dev.headgate.model.release.Finding;
import dev.headgate.model.release.Release;
import dev.headgate.model.release.Verdict;
import java.util.List;
import java.util.Optional;

/** Findings that were made before on the same state, not computed again. */
final class Quotation {
  private final Ledger ledger;

  Quotation(Ledger ledger) {
    this.ledger = ledger;
  }

  /**
   * What was found on exactly this digest: where only waivers came or went since, they are applied
   * to that. Empty if there is no such verdict, or if it was asked to be judged anew.
   */
  Optional<Findings> repeat(Release release, String digest) {
    return release
        .digest()
        .flatMap(judged -> ledger.transact(tx -> tx.releases().verdict(release.id())))
        .filter(verdict -> verdict.digest().equals(digest))
        .map(verdict -> new Findings(verdict.results(), List.of()));
  }

  /** For a rollback: the verdict that the state had when it was promoted. */
  Findings quote(Release rollback) {
    long target = rollback.restores().orElseThrow();
    Optional<Verdict> once = ledger.transact(tx -> tx.releases().verdict(target));
    if (once.isEmpty()) {
      return new Findings(
          List.of(), List.of("release " + target + " has no verdict that could be quoted"));
    }
    return new Findings(
        once.get().results().stream().map(result -> quoted(result, target)).toList(), List.of());
  }

  private static Finding quoted(Finding once, long target) {
    return new Finding(
        once.dataset(),
        once.rule(),
        once.severity(),
        once.outcome(),
        once.origin(),
        once.measured(),
        "quoted from release " + target + ": " + once.message(),
        once.evidence(),
        once.waiver(),
        once.sample());
  }
}
