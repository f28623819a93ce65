package dev.headgate.engine.waive;

import dev.headgate.engine.Engine.Waived;
import dev.headgate.engine.Engine.WaiverReport;
import dev.headgate.engine.facts.InForce;
import dev.headgate.engine.ledger.Entry;
import dev.headgate.engine.ledger.Ledger;
import dev.headgate.model.ErrorCode;
import dev.headgate.model.HeadgateException;
import dev.headgate.model.check.CheckSpec.Severity;
import dev.headgate.model.policy.Waiver;
import dev.headgate.model.product.Definitions;
import dev.headgate.model.product.ProductName;
import dev.headgate.model.store.StoreTransaction;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Grants, ends and lists exceptions. */
public final class Waivers {
  private static final Duration LONGEST = Duration.ofDays(90);
  private static final Duration RENEWS_WITHIN = Duration.ofDays(30);

  private final Ledger ledger;
  private final InForce inForce;
  private final Reconsidering reconsidering;

  public Waivers(Ledger ledger, InForce inForce) {
    this.ledger = ledger;
    this.inForce = inForce;
    this.reconsidering = new Reconsidering(ledger);
  }

  /** Grants one, and has judged again what it frees. */
  public Waived waive(String rule, String scope, String reason, Instant until, String actor) {
    if (reason.isBlank()) {
      throw invalid("a waiver needs a reason, for who reads the record");
    }
    return ledger.racing(
        tx -> {
          Definitions definitions = inForce.in(tx).definitions();
          Scope where = Scope.of(definitions, scope);
          where.requireOwner(definitions, actor, "waive '" + rule + "'");
          checkWaivable(rule, where, where.rules(definitions));
          Instant now = ledger.now();
          checkUntil(until, now);
          Optional<Waiver> before = before(tx, rule, scope, now);
          Waiver waiver =
              tx.waivers()
                  .add(
                      new Waiver(
                          0,
                          rule,
                          scope,
                          reason.strip(),
                          actor,
                          now,
                          until,
                          before.map(Waiver::id),
                          Optional.empty()));
          record(tx, waiver, actor, "waiver.granted", where.products(), "waived");
          return new Waived(waiver, reconsidering.granted(tx, waiver, actor));
        });
  }

  /** That it is there and blocks, and is not what Headgate itself asks. */
  private static void checkWaivable(String rule, Scope where, Map<String, Severity> rules) {
    Severity severity = rules.get(rule);
    if (severity == Severity.ERROR) {
      return;
    }
    Optional<OwnRule> own = OwnRule.named(rule);
    if (own.isPresent()) {
      throw new HeadgateException(ErrorCode.NOT_ALLOWED, own.get().refusal());
    }
    if (severity == Severity.WARNING) {
      throw new HeadgateException(
          ErrorCode.WRONG_STATE,
          "'"
              + rule
              + "' is a warning in "
              + where.text()
              + ": it blocks nothing, so there is nothing to waive");
    }
    List<String> blocking =
        rules.keySet().stream().filter(name -> rules.get(name) == Severity.ERROR).toList();
    throw new HeadgateException(
        ErrorCode.NOT_FOUND,
        "there is no check or policy '"
            + rule
            + "' in "
            + where.text()
            + ": "
            + Nearest.of(rule, blocking));
  }

  private static void checkUntil(Instant until, Instant now) {
    if (!until.isAfter(now)) {
      throw invalid("a waiver must end in the future, and " + until + " has passed");
    }
    Instant latest = now.plus(LONGEST);
    if (until.isAfter(latest)) {
      throw invalid(
          "a waiver ends after "
              + LONGEST.toDays()
              + " days at most: "
              + until.truncatedTo(ChronoUnit.SECONDS)
              + " is after "
              + latest.truncatedTo(ChronoUnit.SECONDS));
    }
  }

  /** The newest of the same rule and scope that is in force or ended a short while ago. */
  private static Optional<Waiver> before(
      StoreTransaction tx, String rule, String scope, Instant now) {
    return tx.waivers().all().stream()
        .filter(w -> w.rule().equals(rule) && w.scope().equals(scope))
        .filter(w -> end(w).plus(RENEWS_WITHIN).isAfter(now))
        .max(Comparator.comparing(Waiver::id));
  }

  private static Instant end(Waiver waiver) {
    return waiver.revoked().filter(r -> r.isBefore(waiver.until())).orElse(waiver.until());
  }

  /** Ends one early, and has judged again what rests on it. */
  public Waived revoke(long id, String actor) {
    return ledger.racing(
        tx -> {
          Definitions definitions = inForce.in(tx).definitions();
          Waiver waiver =
              tx.waivers()
                  .find(id)
                  .orElseThrow(
                      () -> new HeadgateException(ErrorCode.NOT_FOUND, "there is no waiver " + id));
          Domains domains = new Domains(definitions);
          Scope.requireOwner(
              definitions, domains.of(waiver.scope()), actor, "revoke the waiver " + id);
          Instant now = ledger.now();
          if (!waiver.isInForce(now)) {
            throw new HeadgateException(
                ErrorCode.WRONG_STATE,
                "the waiver "
                    + id
                    + " cannot be revoked: it "
                    + (waiver.revoked().isPresent() ? "was revoked at " : "ended at ")
                    + end(waiver));
          }
          tx.waivers().revoke(id, now);
          Waiver revoked = tx.waivers().find(id).orElseThrow();
          record(
              tx,
              revoked,
              actor,
              "waiver.revoked",
              concerned(definitions, waiver),
              "waiver-revoked");
          return new Waived(revoked, reconsidering.revoked(tx, revoked, actor));
        });
  }

  private static Set<ProductName> concerned(Definitions definitions, Waiver waiver) {
    try {
      return Scope.of(definitions, waiver.scope()).products();
    } catch (HeadgateException e) {
      return Set.of();
    }
  }

  /** Those that hold for any part of a scope, ended ones too, oldest first. */
  public WaiverReport list(Optional<String> scope) {
    return ledger.transact(
        tx -> {
          Definitions definitions = inForce.in(tx).definitions();
          Domains domains = new Domains(definitions);
          List<Waiver> all = tx.waivers().all();
          List<Waiver> found =
              all.stream()
                  .filter(w -> scope.filter(s -> !domains.related(w.scope(), s)).isEmpty())
                  .toList();
          if (found.isEmpty()) {
            scope.ifPresent(s -> Scope.of(definitions, s));
          }
          Instant now = ledger.now();
          return new WaiverReport(now, found, domains.count(found, now));
        });
  }

  /** On the record once, and told to each product that it holds for. */
  private void record(
      StoreTransaction tx,
      Waiver waiver,
      String actor,
      String action,
      Set<ProductName> products,
      String event) {
    Map<String, String> details = new HashMap<>();
    details.put("rule", waiver.rule());
    details.put("scope", waiver.scope());
    details.put("reason", waiver.reason());
    details.put("until", waiver.until().toString());
    waiver.renews().ifPresent(id -> details.put("renews", String.valueOf(id)));
    ledger.record(
        tx, Entry.decision(actor, action, "be waived").with(details), "waiver " + waiver.id());
    details.put("waiver", String.valueOf(waiver.id()));
    details.put("by", actor);
    if (products.isEmpty()) {
      ledger.tell(tx, event, Optional.empty(), details);
    }
    products.forEach(p -> ledger.tell(tx, event, Optional.of(p), details));
  }

  private static HeadgateException invalid(String message) {
    return new HeadgateException(ErrorCode.INVALID_REQUEST, message);
  }
}
