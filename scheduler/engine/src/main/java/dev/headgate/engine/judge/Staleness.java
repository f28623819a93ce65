package dev.headgate.engine.judge;

import dev.headgate.engine.facts.InForce;
import dev.headgate.engine.waive.Applied;
import dev.headgate.model.product.Product;
import dev.headgate.model.release.Verdict;
import dev.headgate.model.store.StoreTransaction;
import java.time.Instant;
import java.util.Optional;

/** Whether a verdict still says what would be said now. */
public final class Staleness {
  private Staleness() {}

  /** Why it does not, in one sentence. */
  public static Optional<String> of(
      StoreTransaction tx,
      Verdict verdict,
      InForce.View definitions,
      Product product,
      Instant now) {
    if (!verdict.evidence().equals(Evidence.of(tx, definitions, product))) {
      return Optional.of(
          "what it was judged by changed (a policy, a consumer's expectation or its yes to a new"
              + " major, or the product's description)");
    }
    if (verdict.isExpired(now)) {
      return Optional.of(
          "a waiver that its verdict rests on ended at " + verdict.validUntil().orElseThrow());
    }
    return Applied.noLongerHolds(verdict, tx.waivers().all(), now);
  }
}
