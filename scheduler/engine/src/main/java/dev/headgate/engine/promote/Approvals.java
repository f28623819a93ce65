package dev.headgate.engine.promote;

import dev.headgate.engine.facts.InForce;
import dev.headgate.engine.judge.Quorum;
import dev.headgate.engine.ledger.Entry;
import dev.headgate.engine.ledger.Ledger;
import dev.headgate.engine.ledger.ReleaseEdit;
import dev.headgate.engine.release.OneAtATime;
import dev.headgate.model.ErrorCode;
import dev.headgate.model.HeadgateException;
import dev.headgate.model.product.Product;
import dev.headgate.model.release.Approval;
import dev.headgate.model.release.Release;
import dev.headgate.model.release.ReleaseState;
import dev.headgate.model.store.StoreTransaction;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What people say about releases that wait for them. */
public final class Approvals {
  private final Ledger ledger;
  private final InForce inForce;

  public Approvals(Ledger ledger, InForce inForce) {
    this.ledger = ledger;
    this.inForce = inForce;
  }

  /** A yes to the digest that the release has; the last one that is needed sends it on. */
  public Release approve(long id, Optional<String> expectedDigest, String actor) {
    return ledger.change(
        id,
        (tx, release) -> {
          require(release, ReleaseState.AWAITING_APPROVAL, "be approved");
          Product product = judgedBy(tx, release);
          Quorum quorum = Quorum.of(inForce.in(tx).definitions(), product);
          if (!quorum.mayApprove(actor)) {
            throw notAllowed(actor, "approve", release, quorum.people());
          }
          String digest = release.digest().orElseThrow();
          expectedDigest
              .filter(expected -> !expected.equals(digest))
              .ifPresent(
                  expected -> {
                    throw new HeadgateException(
                        ErrorCode.DIGEST_CHANGED,
                        "release "
                            + id
                            + " has the digest "
                            + digest
                            + ", not "
                            + expected
                            + ": look at it again before you approve");
                  });
          return approved(tx, release, quorum, digest, actor);
        });
  }

  private Release approved(
      StoreTransaction tx, Release release, Quorum quorum, String digest, String actor) {
    boolean known =
        tx.releases().approvals(release.id()).stream()
            .anyMatch(a -> a.actor().equals(actor) && a.digest().equals(digest));
    if (known) {
      return release;
    }
    tx.releases().addApproval(new Approval(release.id(), digest, actor, ledger.now()));
    Optional<String> missing = quorum.missing(tx.releases().approvals(release.id()), digest);
    ReleaseEdit edit = ReleaseEdit.of(release);
    missing.ifPresentOrElse(
        blocker ->
            edit.to(
                release.state(),
                release.reason().orElse("it waits for its owners"),
                List.of(blocker)),
        () -> edit.to(ReleaseState.PROMOTING));
    return ledger.write(tx, edit, Entry.decision(actor, "release.approved", "be approved"));
  }

  /** A no, of someone who may approve or owns the domain. */
  public Release reject(long id, String reason, String actor) {
    return ledger.change(
        id,
        (tx, release) -> {
          release.state().checkNext(ReleaseState.REJECTED, id, "be rejected");
          InForce.View definitions = inForce.in(tx);
          Quorum quorum =
              Quorum.of(definitions.definitions(), definitions.product(release.product()));
          if (!quorum.mayReject(actor)) {
            throw notAllowed(
                actor,
                "reject",
                release,
                quorum.people() + ", or an owner (" + quorum.ownerNames() + ")");
          }
          return ledger.write(
              tx,
              ReleaseEdit.of(release)
                  .to(ReleaseState.REJECTED, "rejected by " + actor + ": " + reason, List.of()),
              Entry.decision(actor, "release.rejected", "be rejected")
                  .with(Map.of("reason", reason)));
        });
  }

  /** Sends on what passed and is approved; judges again what is held. */
  public Release promote(long id, String actor) {
    return ledger.change(
        id,
        (tx, release) ->
            switch (release.state()) {
              case PROMOTING -> release;
              case HELD -> judgeAgain(tx, release, actor);
              case AWAITING_APPROVAL -> sendOn(tx, release, actor);
              case PLANNED, BUILDING, CHECKING, PROMOTED, FAILED, REJECTED, CANCELLED, SUPERSEDED ->
                  throw wrongState(release, "be promoted", "HELD or AWAITING_APPROVAL");
            });
  }

  private Release judgeAgain(StoreTransaction tx, Release release, String actor) {
    OneAtATime.other(tx, release)
        .ifPresent(
            other -> {
              throw new HeadgateException(
                  ErrorCode.WRONG_STATE,
                  "release "
                      + release.id()
                      + " cannot be judged again now: release "
                      + other.id()
                      + " is "
                      + other.state());
            });
    return ledger.write(
        tx,
        ReleaseEdit.of(release).unjudged().to(ReleaseState.CHECKING),
        Entry.decision(actor, "release.judged-again", "be judged again"));
  }

  private Release sendOn(StoreTransaction tx, Release release, String actor) {
    Product product = judgedBy(tx, release);
    Quorum.of(inForce.in(tx).definitions(), product)
        .missing(tx.releases().approvals(release.id()), release.digest().orElseThrow())
        .ifPresent(
            missing -> {
              throw new HeadgateException(
                  ErrorCode.WRONG_STATE,
                  "release " + release.id() + " cannot be promoted: it waits for " + missing);
            });
    return ledger.write(
        tx,
        ReleaseEdit.of(release).to(ReleaseState.PROMOTING),
        Entry.decision(actor, "release.sent-on", "be promoted"));
  }

  private Product judgedBy(StoreTransaction tx, Release release) {
    InForce.View definitions = inForce.in(tx);
    if (!definitions.holds(release)) {
      throw new HeadgateException(
          ErrorCode.WRONG_STATE,
          "release "
              + release.id()
              + " was judged by a definition of "
              + release.product()
              + " that does not hold any more");
    }
    return definitions.product(release.product());
  }

  private static void require(Release release, ReleaseState state, String verb) {
    if (release.state() != state) {
      throw wrongState(release, verb, state.name());
    }
  }

  private static HeadgateException wrongState(Release release, String verb, String expected) {
    return new HeadgateException(
        ErrorCode.WRONG_STATE,
        "release "
            + release.id()
            + " cannot "
            + verb
            + ": it is "
            + release.state()
            + ", and must be "
            + expected);
  }

  private static HeadgateException notAllowed(
      String actor, String verb, Release release, String who) {
    return new HeadgateException(
        ErrorCode.NOT_ALLOWED,
        actor
            + " may not "
            + verb
            + " release "
            + release.id()
            + " of "
            + release.product()
            + ": "
            + who
            + " may");
  }
}
