package dev.headgate.engine.promote;

import dev.headgate.engine.decide.Fingerprint;
import dev.headgate.engine.facts.InForce;
import dev.headgate.engine.ledger.Entry;
import dev.headgate.engine.ledger.Ledger;
import dev.headgate.model.ErrorCode;
import dev.headgate.model.HeadgateException;
import dev.headgate.model.product.Product;
import dev.headgate.model.product.ProductName;
import dev.headgate.model.release.Release;
import dev.headgate.model.release.ReleaseKind;
import dev.headgate.model.release.ReleaseState;
import dev.headgate.model.store.StoreTransaction;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Starts releases that bring an earlier state back. */
public final class Rollbacks {
  private final Ledger ledger;
  private final InForce inForce;

  public Rollbacks(Ledger ledger, InForce inForce) {
    this.ledger = ledger;
    this.inForce = inForce;
  }

  /** A rollback to a promoted release; by default to the state before the current one. */
  public Release open(ProductName name, Optional<Long> to, String reason, String actor) {
    return ledger.transact(
        tx -> {
          Product product = inForce.in(tx).product(name);
          List<Release> promoted = tx.releases().promoted(name);
          if (promoted.isEmpty()) {
            throw new HeadgateException(
                ErrorCode.WRONG_STATE, name + " cannot be rolled back: nothing was promoted yet");
          }
          refuseBesideAnother(tx, name);
          Release current = promoted.get(0);
          long target =
              to.map(id -> content(id, name, promoted)).orElseGet(() -> before(name, promoted));
          if (target == Retraction.content(current)) {
            throw new HeadgateException(
                ErrorCode.WRONG_STATE,
                name + " cannot be rolled back to release " + target + ": it is what shows");
          }
          Release rollback = rollback(tx, product, current, target, reason, actor);
          ledger.insert(
              tx,
              rollback,
              Entry.decision(actor, "release.rollback-started", "start")
                  .with(Map.of("to", "release " + target, "reason", reason)));
          return rollback;
        });
  }

  private Release rollback(
      StoreTransaction tx,
      Product product,
      Release current,
      long target,
      String reason,
      String actor) {
    Fingerprint fingerprint =
        Fingerprint.ofState(
            List.of(
                "rollback",
                product.name().toString(),
                product.digest(),
                String.valueOf(current.id()),
                String.valueOf(target)));
    return new Release(
        tx.releases().nextId(),
        1,
        product.name(),
        ReleaseKind.ROLLBACK,
        ReleaseState.PLANNED,
        Optional.empty(),
        List.of(),
        fingerprint.toString(),
        0,
        Optional.empty(),
        Optional.empty(),
        List.of(actor + " rolled it back to release " + target + ": " + reason),
        Map.of(),
        Map.of(),
        Map.of(),
        product.digest(),
        Optional.empty(),
        Optional.of(target),
        actor,
        ledger.now(),
        Optional.empty());
  }

  private static void refuseBesideAnother(StoreTransaction tx, ProductName name) {
    tx.releases().live(name).stream()
        .filter(r -> r.kind() == ReleaseKind.ROLLBACK)
        .findFirst()
        .ifPresent(
            other -> {
              throw new HeadgateException(
                  ErrorCode.WRONG_STATE,
                  name
                      + " is being rolled back by release "
                      + other.id()
                      + " already, which is "
                      + other.state());
            });
  }

  private static long content(long id, ProductName name, List<Release> promoted) {
    return promoted.stream()
        .filter(r -> r.id() == id)
        .findFirst()
        .map(Retraction::content)
        .orElseThrow(
            () ->
                new HeadgateException(
                    ErrorCode.NOT_FOUND, "release " + id + " is no promoted release of " + name));
  }

  /** The state that showed before the one that shows now was promoted first. */
  static long before(ProductName name, List<Release> promoted) {
    long shown = Retraction.content(promoted.get(0));
    int at = 0;
    while (promoted.get(at).id() != shown) {
      at++;
    }
    if (at + 1 == promoted.size()) {
      throw new HeadgateException(
          ErrorCode.WRONG_STATE,
          name + " cannot be rolled back: nothing was promoted before release " + shown);
    }
    return Retraction.content(promoted.get(at + 1));
  }
}
