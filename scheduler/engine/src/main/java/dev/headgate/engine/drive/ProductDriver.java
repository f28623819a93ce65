package dev.headgate.engine.drive;

import dev.headgate.engine.EngineConfig;
import dev.headgate.engine.facts.InForce;
import dev.headgate.engine.judge.Judge;
import dev.headgate.engine.judge.Rejudging;
import dev.headgate.engine.ledger.Entry;
import dev.headgate.engine.ledger.Ledger;
import dev.headgate.engine.ledger.ReleaseEdit;
import dev.headgate.engine.pace.Agenda;
import dev.headgate.engine.pace.BackOff;
import dev.headgate.engine.pace.Failures;
import dev.headgate.engine.promote.Promoter;
import dev.headgate.engine.release.Branches;
import dev.headgate.engine.release.OneAtATime;
import dev.headgate.engine.release.Starter;
import dev.headgate.engine.release.Voiding;
import dev.headgate.engine.run.Attempts;
import dev.headgate.engine.run.Building;
import dev.headgate.model.product.Product;
import dev.headgate.model.product.ProductName;
import dev.headgate.model.release.Release;
import dev.headgate.model.release.ReleaseState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes one product as far as it goes now: its live releases, then a decision. */
final class ProductDriver {
  private static final Logger LOG = LoggerFactory.getLogger(ProductDriver.class);

  /** More steps at once than any product has; what is left is done when it is woken next. */
  private static final int MOST_ROUNDS = 100;

  private final Ledger ledger;
  private final InForce inForce;
  private final Agenda agenda;
  private final BackOff backOff;
  private final EngineConfig config;
  private final Attempts attempts;
  private final Voiding voiding;
  private final Branches branches;
  private final Building building;
  private final Judge judge;
  private final Rejudging rejudging;
  private final Promoter promoter;
  private final Starter starter;
  private final Failures failures = new Failures();

  ProductDriver(
      Ledger ledger,
      InForce inForce,
      Agenda agenda,
      BackOff backOff,
      EngineConfig config,
      Attempts attempts,
      Voiding voiding,
      Branches branches,
      Building building,
      Judge judge,
      Rejudging rejudging,
      Promoter promoter,
      Starter starter) {
    this.ledger = ledger;
    this.inForce = inForce;
    this.agenda = agenda;
    this.backOff = backOff;
    this.config = config;
    this.attempts = attempts;
    this.voiding = voiding;
    this.branches = branches;
    this.building = building;
    this.judge = judge;
    this.rejudging = rejudging;
    this.promoter = promoter;
    this.starter = starter;
  }

  /** Never fails: what fails is logged and tried again later, and others are not held up. */
  void drive(ProductName product) {
    try {
      for (int round = 0; round < MOST_ROUNDS; round++) {
        if (!round(product)) {
          failures.forget(product.toString());
          return;
        }
      }
      agenda.wake(product);
    } catch (RuntimeException e) {
      int failed = failures.add(product.toString());
      LOG.error("{} could not be driven, for the {}. time in a row", product, failed, e);
      agenda.wakeAt(product, ledger.now().plus(backOff.after(failed)));
    } finally {
      agenda.tell();
    }
  }

  private boolean round(ProductName product) {
    List<Release> live = ledger.transact(tx -> tx.releases().live(product));
    Set<Long> built =
        live.stream()
            .filter(r -> r.state() == ReleaseState.BUILDING)
            .map(Release::id)
            .collect(Collectors.toSet());
    attempts.stopAllBut(product, built);
    boolean progress = false;
    for (Release release : OneAtATime.inTurn(live)) {
      progress |= advance(release);
    }
    return progress || started(product);
  }

  private boolean started(ProductName product) {
    return starter.decide(product).flatMap(Starter.Started::release).isPresent();
  }

  private boolean advance(Release release) {
    String series = "release " + release.id();
    Optional<Instant> putOff = failures.putOffUntil(series, ledger.now());
    if (putOff.isPresent()) {
      agenda.wakeAt(release.product(), putOff.get());
      return false;
    }
    try {
      boolean progress = voiding.endUnlessItHolds(release) || step(release);
      failures.forget(series);
      return progress;
    } catch (RuntimeException e) {
      int failed = failures.add(series);
      LOG.error("release {} got stuck, for the {}. time in a row", release.id(), failed, e);
      if (failed >= config.maxFailures() && mayGiveUp(release)) {
        failures.forget(series);
        giveUp(release, failed, e);
        return true;
      }
      Instant at = ledger.now().plus(backOff.after(failed));
      failures.putOff(series, at);
      agenda.wakeAt(release.product(), at);
      return false;
    }
  }

  private boolean step(Release release) {
    Optional<Product> product = definition(release);
    if (product.isEmpty()) {
      throw new IllegalStateException(
          "there is no definition " + release.definitionDigest() + " of " + release.product());
    }
    return switch (release.state()) {
      case PLANNED -> branches.open(release).revision() != release.revision();
      case BUILDING -> building.step(release, product.get());
      case CHECKING -> judge.step(release, product.get());
      case PROMOTING -> promoter.step(release, product.get());
      case HELD, AWAITING_APPROVAL -> rejudging.step(release, product.get());
      case PROMOTED, FAILED, REJECTED, CANCELLED, SUPERSEDED -> false;
    };
  }

  private Optional<Product> definition(Release release) {
    return ledger.transact(
        tx ->
            inForce
                .in(tx)
                .find(release.product())
                .filter(p -> p.digest().equals(release.definitionDigest()))
                .or(() -> tx.definitions().product(release.definitionDigest())));
  }

  /** A promotion whose outcome is not known is never given up. */
  private static boolean mayGiveUp(Release release) {
    return release.state().next().contains(ReleaseState.FAILED)
        && release.state() != ReleaseState.PROMOTING;
  }

  private void giveUp(Release release, int failed, RuntimeException cause) {
    ledger.changeIf(
        release.id(),
        release.state(),
        (tx, stuck) ->
            ledger.write(
                tx,
                ReleaseEdit.of(stuck)
                    .to(
                        ReleaseState.FAILED,
                        "given up after " + failed + " failures: " + cause.getMessage(),
                        List.of()),
                Entry.decision(Entry.SYSTEM, "release.failed", "fail")));
  }
}
