package dev.headgate.engine.ask;

import dev.headgate.engine.facts.InForce;
import dev.headgate.engine.ledger.Entry;
import dev.headgate.engine.ledger.Ledger;
import dev.headgate.engine.ledger.ReleaseEdit;
import dev.headgate.model.ErrorCode;
import dev.headgate.model.HeadgateException;
import dev.headgate.model.lake.Lake;
import dev.headgate.model.product.ProductName;
import dev.headgate.model.release.Release;
import dev.headgate.model.release.ReleaseKind;
import dev.headgate.model.release.ReleaseState;
import dev.headgate.model.store.ProductStore.Pause;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What people do to releases and products that are under way. */
public final class Interventions {
  private final Ledger ledger;
  private final InForce inForce;
  private final Lake lake;

  public Interventions(Ledger ledger, InForce inForce, Lake lake) {
    this.ledger = ledger;
    this.inForce = inForce;
    this.lake = lake;
  }

  public Release cancel(long id, String reason, String actor) {
    return ledger.change(
        id,
        (tx, release) ->
            ledger.write(
                tx,
                ReleaseEdit.of(release)
                    .to(ReleaseState.CANCELLED, "cancelled by " + actor + ": " + reason, List.of()),
                Entry.decision(actor, "release.cancelled", "be cancelled")
                    .with(Map.of("reason", reason))));
  }

  /** What was written from outside is complete; refused if nothing was. */
  public Release close(long id, String actor) {
    checkWritten(checkOpen(ledger.release(id)));
    return ledger.change(
        id,
        (tx, release) ->
            ledger.write(
                tx,
                ReleaseEdit.of(checkOpen(release)).to(ReleaseState.CHECKING),
                Entry.decision(actor, "release.closed", "be closed")));
  }

  private static Release checkOpen(Release release) {
    if (release.kind() != ReleaseKind.OPEN || release.state() != ReleaseState.BUILDING) {
      throw new HeadgateException(
          ErrorCode.WRONG_STATE,
          "release "
              + release.id()
              + " cannot be closed: it is "
              + release.state()
              + " and of kind "
              + release.kind()
              + ", and must be BUILDING and OPEN");
    }
    return release;
  }

  /** A job that fails before it writes, and whose script goes on, must not look like a success. */
  private void checkWritten(Release release) {
    if (lake.changes(release.warehouse()).isEmpty()) {
      throw new HeadgateException(
          ErrorCode.WRONG_STATE,
          "nothing was written on "
              + release.warehouse()
              + ", so there is nothing to promote: write, or give it up with headgate release cancel "
              + release.id());
    }
  }

  public void pause(ProductName name, String reason, String actor) {
    ledger.transact(
        tx -> {
          inForce.in(tx).product(name);
          Pause pause = new Pause(reason, actor, ledger.now(), Optional.empty());
          tx.products().setPause(name, Optional.of(pause));
          ledger.record(
              tx,
              Entry.decision(actor, "product.paused", "be paused").with(Map.of("reason", reason)),
              "product " + name);
          ledger.tell(tx, "paused", Optional.of(name), Map.of("reason", reason, "by", actor));
          return pause;
        });
  }

  public void resume(ProductName name, String actor) {
    ledger.transact(
        tx -> {
          inForce.in(tx).product(name);
          Pause pause =
              tx.products()
                  .pause(name)
                  .orElseThrow(
                      () -> new HeadgateException(ErrorCode.WRONG_STATE, name + " is not paused"));
          tx.products().setPause(name, Optional.empty());
          ledger.record(
              tx,
              Entry.decision(actor, "product.resumed", "be resumed")
                  .with(Map.of("was", pause.reason())),
              "product " + name);
          ledger.tell(tx, "resumed", Optional.of(name), Map.of("by", actor));
          return pause;
        });
  }
}
