package dev.headgate.engine.judge;

import dev.headgate.engine.facts.InForce;
import dev.headgate.engine.ledger.Entry;
import dev.headgate.engine.ledger.Ledger;
import dev.headgate.engine.ledger.ReleaseEdit;
import dev.headgate.engine.pace.Agenda;
import dev.headgate.engine.waive.Applied;
import dev.headgate.model.product.Product;
import dev.headgate.model.release.Release;
import dev.headgate.model.release.ReleaseState;
import dev.headgate.model.release.Verdict;
import dev.headgate.model.store.StoreTransaction;
import java.util.Map;
import java.util.Optional;

/**
 * Sends what waits for people back to its judges where its verdict is no longer what they'd say.
 */
public final class Rejudging {
  private final Ledger ledger;
  private final InForce inForce;
  private final Agenda agenda;

  public Rejudging(Ledger ledger, InForce inForce, Agenda agenda) {
    this.ledger = ledger;
    this.inForce = inForce;
    this.agenda = agenda;
  }

  /** Whether it is judged again now. Otherwise looks again when the verdict ends. */
  public boolean step(Release waiting, Product product) {
    Optional<Verdict> verdict =
        ledger.transact(tx -> tx.releases().verdict(waiting.id())).filter(v -> isOn(v, waiting));
    verdict
        .flatMap(Verdict::validUntil)
        .filter(until -> until.isAfter(ledger.now()))
        .ifPresent(until -> agenda.wakeAt(waiting.product(), until));
    Optional<String> stale =
        verdict.flatMap(
            v ->
                ledger.transact(
                    tx ->
                        Staleness.of(tx, v, inForce.in(tx), product, ledger.now())
                            .or(() -> freed(tx, v, waiting))));
    return stale
        .flatMap(
            why ->
                ledger.changeIf(
                    waiting.id(), waiting.state(), (tx, release) -> again(tx, release, why)))
        .filter(release -> release.state() == ReleaseState.CHECKING)
        .isPresent();
  }

  private Optional<String> freed(StoreTransaction tx, Verdict verdict, Release waiting) {
    return waiting.reason().filter(Judge.NOT_JUDGED::equals).isPresent()
        ? Optional.empty()
        : Applied.freed(verdict, waiting.product(), tx.waivers().all(), ledger.now());
  }

  private static boolean isOn(Verdict verdict, Release release) {
    return release.digest().filter(verdict.digest()::equals).isPresent();
  }

  private Release again(StoreTransaction tx, Release release, String why) {
    boolean another =
        tx.releases().live(release.product()).stream()
            .anyMatch(other -> other.id() != release.id() && other.state().isActive());
    if (another) {
      return release;
    }
    return ledger.write(
        tx,
        ReleaseEdit.of(release).to(ReleaseState.CHECKING),
        Entry.decision(Entry.SYSTEM, "release.judged-again", "be judged again")
            .with(Map.of("because", why)));
  }
}
