package dev.headgate.server.api;

import dev.headgate.engine.Engine.WaiversOfDomain;
import dev.headgate.model.policy.Waiver;
import dev.headgate.model.release.Finding;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** An exception to a rule. Scripts rely on these names. */
public record WaiverView(
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

  /** Those among {@code waivers} that findings name. */
  static List<WaiverView> named(List<Finding> findings, List<Waiver> waivers, Instant now) {
    Set<Long> ids = findings.stream().flatMap(f -> f.waiver().stream()).collect(Collectors.toSet());
    return waivers.stream().filter(w -> ids.contains(w.id())).map(w -> of(w, now)).toList();
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
