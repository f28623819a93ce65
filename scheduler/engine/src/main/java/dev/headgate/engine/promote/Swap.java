package dev.headgate.engine.promote;

import dev.headgate.engine.decide.Recipe;
import dev.headgate.engine.facts.InForce;
import dev.headgate.engine.judge.Quorum;
import dev.headgate.engine.judge.Staleness;
import dev.headgate.engine.ledger.Entry;
import dev.headgate.engine.ledger.Ledger;
import dev.headgate.engine.ledger.ReleaseEdit;
import dev.headgate.engine.release.Superseding;
import dev.headgate.model.lake.Lake;
import dev.headgate.model.lake.Promotion;
import dev.headgate.model.product.Product;
import dev.headgate.model.release.Release;
import dev.headgate.model.release.ReleaseKind;
import dev.headgate.model.release.ReleaseState;
import dev.headgate.model.release.Verdict;
import dev.headgate.model.store.ProductStore.Pause;
import dev.headgate.model.store.StoreTransaction;
import java.util.Map;
import java.util.Optional;

/**
 * The engine's part of a promotion's transaction: looks again at everything that the promotion
 * rests on, and writes what it means for releases and products.
 */
final class Swap implements Lake.Participant {
  private final Ledger ledger;
  private final InForce inForce;
  private final Superseding superseding;
  private final Release release;
  private final Optional<Retraction> retraction;
  private final long retractedSince;
  private volatile Optional<Refusal> refusal = Optional.empty();

  Swap(
      Ledger ledger,
      InForce inForce,
      Superseding superseding,
      Release release,
      Optional<Retraction> retraction,
      long retractedSince) {
    this.ledger = ledger;
    this.inForce = inForce;
    this.superseding = superseding;
    this.release = release;
    this.retraction = retraction;
    this.retractedSince = retractedSince;
  }

  @Override
  public void within(StoreTransaction tx, Promotion promotion) {
    refusal = Optional.empty();
    try {
      Release stored = Ledger.find(tx, release.id());
      InForce.View definitions = inForce.in(tx);
      Product product = check(tx, stored, definitions);
      Release promoted =
          ledger.write(
              tx,
              ReleaseEdit.of(stored).to(ReleaseState.PROMOTED).lakeVersion(promotion.lakeVersion()),
              Entry.decision(Entry.SYSTEM, action(stored), "be promoted")
                  .with(
                      Map.of(
                          "lakeVersion", String.valueOf(promotion.lakeVersion()),
                          "requestedBy", stored.requestedBy())));
      endOthers(tx, promoted, definitions);
      if (promoted.kind() == ReleaseKind.ROLLBACK) {
        pause(tx, promoted, product);
      }
    } catch (Refusal e) {
      refusal = Optional.of(e);
      throw e;
    }
  }

  /** Why it refused, if it did, whatever the lake made of that. */
  Optional<Refusal> refusal() {
    return refusal;
  }

  private Product check(StoreTransaction tx, Release stored, InForce.View definitions) {
    if (stored.state() != ReleaseState.PROMOTING || stored.revision() != release.revision()) {
      throw Refusal.goingTo(
          stored.state(), "release " + stored.id() + " changed meanwhile: it is " + stored.state());
    }
    if (!definitions.holds(stored)) {
      throw Refusal.goingTo(
          ReleaseState.SUPERSEDED,
          "the definition of " + stored.product() + " is not the one that it was judged by");
    }
    Product product = definitions.product(stored.product());
    String digest = stored.digest().orElse("");
    Optional<Verdict> verdict =
        tx.releases().verdict(stored.id()).filter(v -> v.digest().equals(digest));
    if (verdict.filter(Verdict::passed).isEmpty()) {
      throw Refusal.goingTo(
          ReleaseState.HELD, "there is no passing verdict on the digest " + digest);
    }
    Staleness.of(tx, verdict.get(), definitions, product, ledger.now())
        .ifPresent(
            stale -> {
              throw Refusal.goingTo(ReleaseState.AWAITING_APPROVAL, stale + "; judged again");
            });
    Quorum.of(definitions.definitions(), product)
        .missing(tx.releases().approvals(stored.id()), digest)
        .ifPresent(
            missing -> {
              throw Refusal.goingTo(ReleaseState.AWAITING_APPROVAL, missing);
            });
    return product;
  }

  private void endOthers(StoreTransaction tx, Release promoted, InForce.View definitions) {
    for (Release other : tx.releases().live()) {
      if (other.id() == promoted.id()) {
        continue;
      }
      if (other.product().equals(promoted.product())) {
        endOfSameProduct(tx, promoted, other);
      } else if (retraction.filter(r -> r.voids(other, retractedSince, definitions)).isPresent()) {
        superseding.supersedeAndAskAgain(
            tx,
            other,
            "what it was built on was taken back: release "
                + promoted.id()
                + " rolled "
                + promoted.product()
                + " back to release "
                + promoted.restores().orElseThrow());
      }
    }
  }

  private void endOfSameProduct(StoreTransaction tx, Release promoted, Release other) {
    if (promoted.kind() == ReleaseKind.ROLLBACK) {
      superseding.supersede(
          tx,
          other,
          "release "
              + promoted.id()
              + " rolled the product back to release "
              + promoted.restores().orElseThrow());
    } else {
      superseding.supersedeAndAskAgain(
          tx, other, "release " + promoted.id() + " was promoted, and it started before that");
    }
  }

  /** An older pause of a person stays: it asks for more. */
  private void pause(StoreTransaction tx, Release rollback, Product product) {
    boolean pausedByPerson =
        tx.products().pause(product.name()).filter(p -> p.until().isEmpty()).isPresent();
    if (pausedByPerson) {
      return;
    }
    String reason =
        "it was rolled back to release "
            + rollback.restores().orElseThrow()
            + ": "
            + String.join("; ", rollback.startedBecause())
            + "; it goes on when an input, its code or an owner changes that";
    tx.products()
        .setPause(
            product.name(),
            Optional.of(
                new Pause(
                    reason,
                    rollback.requestedBy(),
                    ledger.now(),
                    Optional.of(Recipe.standing(product, rollback.inputs())))));
    ledger.record(
        tx,
        Entry.decision(rollback.requestedBy(), "product.paused", "be paused")
            .with(Map.of("reason", reason)),
        "product " + product.name());
  }

  private static String action(Release release) {
    return release.kind() == ReleaseKind.ROLLBACK ? "release.rolled-back" : "release.promoted";
  }
}
