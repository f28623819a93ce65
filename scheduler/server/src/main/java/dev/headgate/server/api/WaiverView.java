package dev.headgate.server.api;

import dev.headgate.engine.Engine.WaiversOfDomain;
import dev.headgate.model.policy.Waiver;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** An exception to a rule. Scripts rely on these names. */
record WaiverView(
    long id,
    String rule,
    String scope,
    String reason,
    String actor,
    Instant since,
    Instant until,
    boolean inForce,
    Optional<Long> renews,
    Optional<Instant> revoked) {
  static WaiverView of(Waiver waiver, Instant now) {
    return new WaiverView(
        waiver.id(),
        waiver.rule(),
        waiver.scope(),
        waiver.reason(),
        waiver.actor(),
        waiver.since(),
        waiver.until(),
        waiver.isInForce(now),
        waiver.renews(),
        waiver.revoked());
  }

  /**
   * Several, and how each domain uses them.
   *
   * @param domains counted over those that ended too
   */
  record Listed(List<WaiverView> waivers, List<WaiversOfDomain> domains) {}

  /** One, and the releases that are judged again because of it. */
  record Done(WaiverView waiver, List<Long> judgedAgain) {}
}
