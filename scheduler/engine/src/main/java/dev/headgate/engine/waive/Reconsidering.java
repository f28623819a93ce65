package dev.headgate.engine.waive;

import dev.headgate.engine.ledger.Entry;
import dev.headgate.engine.ledger.Ledger;
import dev.headgate.engine.ledger.ReleaseEdit;
import dev.headgate.engine.release.OneAtATime;
import dev.headgate.model.policy.Waiver;
import dev.headgate.model.release.Finding;
import dev.headgate.model.release.Release;
import dev.headgate.model.release.ReleaseState;
import dev.headgate.model.store.StoreTransaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Sends what was judged to be judged again where a waiver came or went. What is being judged right
 * now gets a new revision, so that a verdict that did not see the change is not written but
 * concluded again. Of several releases of a product the newest goes first, others in their turn.
 */
final class Reconsidering {
  private final Ledger ledger;

  Reconsidering(Ledger ledger) {
    this.ledger = ledger;
  }

  /** A waiver was granted: what is held by what it is for need not be held any more. */
  List<Release> granted(StoreTransaction tx, Waiver waiver, String actor) {
    return again(
        tx,
        waiver,
        actor,
        ReleaseState.HELD,
        release -> f -> f.blocks() && Applied.concerns(waiver, f, release.product()));
  }

  /** A waiver ended early: what passed only because of it does not pass any more. */
  List<Release> revoked(StoreTransaction tx, Waiver waiver, String actor) {
    return again(
        tx,
        waiver,
        actor,
        ReleaseState.AWAITING_APPROVAL,
        release -> f -> Applied.restsOn(f, waiver));
  }

  private List<Release> again(
      StoreTransaction tx,
      Waiver waiver,
      String actor,
      ReleaseState waiting,
      Function<Release, Predicate<Finding>> concerned) {
    List<Release> again = new ArrayList<>();
    for (Release release : OneAtATime.inTurn(tx.releases().live())) {
      if (release.state() == ReleaseState.CHECKING) {
        ledger.write(tx, ReleaseEdit.of(release), Entry.step("be judged"));
      } else if (release.state() == waiting
          && judgedBy(tx, release, concerned.apply(release))
          && OneAtATime.other(tx, release).isEmpty()) {
        again.add(
            ledger.write(
                tx,
                ReleaseEdit.of(release).to(ReleaseState.CHECKING),
                Entry.decision(actor, "release.judged-again", "be judged again")
                    .with(Map.of("waiver", String.valueOf(waiver.id())))));
      }
    }
    return List.copyOf(again);
  }

  private static boolean judgedBy(
      StoreTransaction tx, Release release, Predicate<Finding> concerned) {
    return tx.releases()
        .verdict(release.id())
        .filter(v -> v.results().stream().anyMatch(concerned))
        .isPresent();
  }
}
