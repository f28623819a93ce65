package dev.headgate.engine.ask;

import dev.headgate.engine.ProductState;
import dev.headgate.engine.decide.Decider;
import dev.headgate.engine.decide.Outcome;
import dev.headgate.engine.decide.ProductFacts;
import dev.headgate.engine.ledger.Ledger;
import dev.headgate.engine.release.Starter;
import dev.headgate.model.ErrorCode;
import dev.headgate.model.HeadgateException;
import dev.headgate.model.decision.Decision;
import dev.headgate.model.product.ProductName;
import dev.headgate.model.release.Release;
import dev.headgate.model.release.ReleaseState;
import dev.headgate.model.store.ProductStore.Decided;
import java.util.Optional;

/** Where a product is, and why. */
public final class Answers {
  private final Ledger ledger;
  private final Starter starter;

  public Answers(Ledger ledger, Starter starter) {
    this.ledger = ledger;
    this.starter = starter;
  }

  public Decided why(ProductName product) {
    return last(product)
        .orElseGet(
            () -> {
              starter.decide(product);
              return last(product)
                  .orElseThrow(
                      () ->
                          new HeadgateException(
                              ErrorCode.NOT_FOUND, "there is no product " + product));
            });
  }

  private Optional<Decided> last(ProductName product) {
    return ledger.transact(tx -> tx.products().lastDecision(product));
  }

  public ProductState state(ProductName product) {
    Starter.Started now = starter.look(product);
    return state(now.facts(), now.outcome());
  }

  /** What is under way comes first, then what waits, then what stands still. */
  static ProductState state(ProductFacts facts, Outcome outcome) {
    if (facts.live().stream().anyMatch(r -> r.state().isActive())) {
      return ProductState.RELEASING;
    }
    Optional<Release> newest = facts.newestLive();
    if (newest.isPresent()) {
      return newest.get().state() == ReleaseState.HELD
          ? ProductState.HELD
          : ProductState.AWAITING_APPROVAL;
    }
    if (facts.pause().isPresent() && !Decider.pauseHasEnded(facts)) {
      return ProductState.PAUSED;
    }
    if (facts.failedAsItStands()) {
      return ProductState.FAILED;
    }
    return outcome.decision() instanceof Decision.UpToDate
        ? ProductState.UP_TO_DATE
        : ProductState.STALE;
  }
}
