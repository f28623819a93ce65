package dev.headgate.engine.release;

import dev.headgate.engine.ledger.Entry;
import dev.headgate.engine.ledger.Ledger;
import dev.headgate.engine.ledger.ReleaseEdit;
import dev.headgate.model.release.Release;
import dev.headgate.model.release.ReleaseState;
import dev.headgate.model.store.StoreTransaction;
import java.util.List;

/** Ends releases that something else made pointless. */
public final class Superseding {
  private final Ledger ledger;

  public Superseding(Ledger ledger) {
    this.ledger = ledger;
  }

  /** Something newer stands for what this one was to make. */
  public Release supersede(StoreTransaction tx, Release release, String because) {
    return ledger.write(
        tx,
        ReleaseEdit.of(release).to(ReleaseState.SUPERSEDED, because, List.of()),
        Entry.decision(Entry.SYSTEM, "release.superseded", "be superseded"));
  }

  /**
   * The world moved under it: what someone, or the clock, asked for is asked for again. What was
   * written from outside can't be.
   */
  public Release supersedeAndAskAgain(StoreTransaction tx, Release release, String because) {
    Again.whenOvertaken(release, ledger.now()).ifPresent(tx.products()::addRequest);
    return supersede(tx, release, because);
  }
}
