package dev.headgate.engine.judge;

import dev.headgate.engine.ledger.Ledger;
import dev.headgate.model.release.Finding;
import dev.headgate.model.release.Release;
import dev.headgate.model.release.Verdict;
import java.util.List;
import java.util.Optional;

/** For a rollback: the verdict that the state had when it was promoted, not computed again. */
final class Quotation {
  private final Ledger ledger;

  Quotation(Ledger ledger) {
    this.ledger = ledger;
  }

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
