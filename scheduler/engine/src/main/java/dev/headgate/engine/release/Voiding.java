package dev.headgate.engine.release;

import dev.headgate.engine.facts.InForce;
import dev.headgate.engine.ledger.Entry;
import dev.headgate.engine.ledger.Ledger;
import dev.headgate.engine.ledger.ReleaseEdit;
import dev.headgate.model.release.Release;
import dev.headgate.model.release.ReleaseState;
import java.util.List;

/** Ends releases whose definition does not hold any more. */
public final class Voiding {
  private final Ledger ledger;
  private final InForce inForce;
  private final Superseding superseding;

  public Voiding(Ledger ledger, InForce inForce, Superseding superseding) {
    this.ledger = ledger;
    this.inForce = inForce;
    this.superseding = superseding;
  }

  /**
   * Whether it was ended. One whose promotion is under way is left alone: that looks itself, in its
   * transaction.
   */
  public boolean endUnlessItHolds(Release release) {
    if (release.state() == ReleaseState.PROMOTING) {
      return false;
    }
    Release after =
        ledger.change(
            release.id(),
            (tx, stored) -> {
              InForce.View definitions = inForce.in(tx);
              boolean stays =
                  stored.state().isFinal()
                      || stored.state() == ReleaseState.PROMOTING
                      || definitions.holds(stored);
              if (stays) {
                return stored;
              }
              String revision = " (revision " + definitions.revision() + ")";
              return definitions.find(stored.product()).isPresent()
                  ? superseding.supersedeAndAskAgain(
                      tx, stored, "the definition of " + stored.product() + " changed" + revision)
                  : ledger.write(
                      tx,
                      ReleaseEdit.of(stored)
                          .to(
                              ReleaseState.CANCELLED,
                              stored.product() + " was removed" + revision,
                              List.of()),
                      Entry.decision(Entry.SYSTEM, "release.cancelled", "be cancelled"));
            });
    return after.revision() != release.revision();
  }
}
