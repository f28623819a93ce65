package dev.headgate.engine.promote;

import dev.headgate.engine.EngineConfig;
import dev.headgate.engine.facts.InForce;
import dev.headgate.engine.ledger.Entry;
import dev.headgate.engine.ledger.Ledger;
import dev.headgate.engine.ledger.ReleaseEdit;
import dev.headgate.engine.pace.Agenda;
import dev.headgate.engine.pace.BackOff;
import dev.headgate.engine.pace.Failures;
import dev.headgate.engine.release.Superseding;
import dev.headgate.model.ErrorCode;
import dev.headgate.model.HeadgateException;
import dev.headgate.model.lake.Lake;
import dev.headgate.model.lake.Promotion;
import dev.headgate.model.product.Dataset;
import dev.headgate.model.product.Product;
import dev.headgate.model.product.ProductName;
import dev.headgate.model.release.Release;
import dev.headgate.model.release.ReleaseKind;
import dev.headgate.model.release.ReleaseState;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Promotes what passed and is approved; settles what became of a promotion before another try. */
public final class Promoter {
  private static final Logger LOG = LoggerFactory.getLogger(Promoter.class);

  private final Ledger ledger;
  private final InForce inForce;
  private final Lake lake;
  private final Agenda agenda;
  private final BackOff backOff;
  private final EngineConfig config;
  private final Superseding superseding;
  private final Failures failures = new Failures();
  private final Set<Long> doubtful = ConcurrentHashMap.newKeySet();

  public Promoter(
      Ledger ledger,
      InForce inForce,
      Lake lake,
      EngineConfig config,
      Agenda agenda,
      BackOff backOff,
      Superseding superseding) {
    this.ledger = ledger;
    this.inForce = inForce;
    this.lake = lake;
    this.config = config;
    this.agenda = agenda;
    this.backOff = backOff;
    this.superseding = superseding;
  }

  /** A process before this one may have tried these. */
  public void recover(Collection<Release> live) {
    live.stream()
        .filter(r -> r.state() == ReleaseState.PROMOTING)
        .forEach(r -> doubtful.add(r.id()));
  }

  /** Tries to promote it; whether another step may follow at once. */
  public boolean step(Release release, Product product) {
    Optional<Instant> putOff = failures.putOffUntil(pause(release), ledger.now());
    if (putOff.isPresent()) {
      agenda.wakeAt(release.product(), putOff.get());
      return false;
    }
    if (doubtful.contains(release.id()) && !settledAsNot(release)) {
      return ledger.release(release.id()).state().isFinal();
    }
    String series = "promotion of " + release.id();
    Swap swap = swap(release, product);
    try {
      doubtful.add(release.id());
      lake.promote(
          release.warehouse(), release.digest().orElseThrow(), "release_" + release.id(), swap);
      promoted(release, product);
      failures.forget(series);
      failures.forget(moves(release.product()));
      return true;
    } catch (RuntimeException e) {
      if (swap.refusal().isPresent()) {
        doubtful.remove(release.id());
        return refused(release, swap.refusal().get());
      }
      return e instanceof HeadgateException known
          ? failed(release, series, known, known.code())
          : failed(release, series, e, ErrorCode.INTERNAL);
    }
  }

  private Swap swap(Release release, Product product) {
    Optional<Retraction> retraction = Optional.empty();
    long since = 0;
    if (release.kind() == ReleaseKind.ROLLBACK) {
      List<Release> promotions = ledger.transact(tx -> tx.releases().promoted(product.name()));
      retraction = Retraction.of(product, release.restores().orElseThrow(), promotions);
      since = retraction.map(r -> lake.instantOf(r.since())).orElse(0L);
    }
    return new Swap(ledger, inForce, superseding, release, retraction, since);
  }

  /** True if an earlier try certainly did not and will not happen. */
  private boolean settledAsNot(Release release) {
    Optional<Promotion> promotion;
    try {
      promotion = lake.settle(release.warehouse());
    } catch (HeadgateException e) {
      LOG.warn("what became of the promotion of release {} is not known yet", release.id(), e);
      later(release, failures.add("settling of " + release.id()));
      return false;
    }
    failures.forget("settling of " + release.id());
    if (promotion.isEmpty()) {
      doubtful.remove(release.id());
      return true;
    }
    Release stored = ledger.release(release.id());
    if (stored.state() != ReleaseState.PROMOTED) {
      throw new HeadgateException(
          ErrorCode.INTERNAL,
          "the lake promoted "
              + release.warehouse()
              + " as version-"
              + promotion.get().lakeVersion()
              + ", but the release is "
              + stored.state());
    }
    ledger
        .transact(tx -> inForce.in(tx).find(release.product()))
        .ifPresent(product -> promoted(release, product));
    return false;
  }

  private void promoted(Release release, Product product) {
    doubtful.remove(release.id());
    failures.forget(pause(release));
    InForce.View definitions = ledger.transact(inForce::in);
    for (Dataset dataset : product.datasets()) {
      agenda.wakeAll(definitions.consumers(dataset.name()));
    }
    // What a rollback voided may be of a product that no longer reads it.
    ledger.transact(tx -> tx.releases().live()).forEach(r -> agenda.wake(r.product()));
    agenda.wake(release.product());
    agenda.tell();
  }

  private boolean refused(Release release, Refusal refusal) {
    refusal.to().ifPresent(to -> change(release, to, refusal.getMessage()));
    return true;
  }

  private boolean failed(Release release, String series, RuntimeException e, ErrorCode code) {
    String message = e.getMessage() == null ? e.toString() : e.getMessage();
    if (code == ErrorCode.OUTCOME_UNKNOWN) {
      LOG.warn("the outcome of the promotion of release {} is unknown", release.id(), e);
      later(release, 1);
      return false;
    }
    if (code == ErrorCode.BASE_MOVED) {
      doubtful.remove(release.id());
      boolean tooOften = failures.add(moves(release.product())) >= config.promotionAttempts();
      change(
          release,
          tooOften ? ReleaseState.FAILED : ReleaseState.SUPERSEDED,
          "main moved under it"
              + (tooOften ? ", as it did under those before it" : ", so it is built again")
              + ": "
              + message);
      return true;
    }
    if (code == ErrorCode.DIGEST_CHANGED) {
      doubtful.remove(release.id());
      change(release, ReleaseState.HELD, "its branch is not what was judged: " + message);
      return true;
    }
    LOG.warn("release {} could not be promoted", release.id(), e);
    int tries = failures.add(series);
    if (tries >= config.promotionAttempts() && settledAsNot(release)) {
      failures.forget(series);
      change(
          release,
          ReleaseState.FAILED,
          "it could not be promoted in " + tries + " tries: " + message);
      return true;
    }
    later(release, tries);
    return false;
  }

  private void change(Release release, ReleaseState to, String reason) {
    ledger.changeIf(
        release.id(),
        ReleaseState.PROMOTING,
        (tx, promoting) ->
            to == ReleaseState.SUPERSEDED
                ? superseding.supersedeAndAskAgain(tx, promoting, reason)
                : ledger.write(
                    tx,
                    ReleaseEdit.of(promoting)
                        .to(to, reason, to.isWaiting() ? List.of(reason) : List.of()),
                    Entry.decision(Entry.SYSTEM, "release." + Ledger.word(to), "be promoted")));
  }

  private void later(Release release, int failed) {
    Instant at = ledger.now().plus(backOff.after(failed));
    failures.putOff(pause(release), at);
    agenda.wakeAt(release.product(), at);
  }

  private static String pause(Release release) {
    return "pause of " + release.id();
  }

  private static String moves(ProductName product) {
    return "main moved under " + product;
  }
}
