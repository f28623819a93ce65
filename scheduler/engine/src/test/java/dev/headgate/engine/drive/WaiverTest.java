package dev.headgate.engine.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headgate.engine.Engine.Waived;
import dev.headgate.engine.Engine.WaiversOfDomain;
import dev.headgate.engine.fake.Defined;
import dev.headgate.model.ErrorCode;
import dev.headgate.model.HeadgateException;
import dev.headgate.model.check.CheckSpec.Severity;
import dev.headgate.model.policy.PolicyRule;
import dev.headgate.model.policy.Waiver;
import dev.headgate.model.product.Definitions;
import dev.headgate.model.product.Domain;
import dev.headgate.model.store.AuditLog;
import dev.headgate.model.store.Outbox;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may make which exception, for how long; what is recorded and told of it. */
class WaiverTest {
  private static final Duration MONTH = Duration.ofDays(30);

  @TempDir Path logs;
  private World world;

  @BeforeEach
  void given() {
    world = new World(logs);
    Definitions plain =
        Defined.all(
            Defined.product("analytics.delays")
                .post("waived", "waiver-revoked")
                .dataset(
                    "analytics.daily",
                    d -> d.notBad().check("hinted", Severity.WARNING),
                    "operations.flights")
                .dataset(
                    "analytics.monthly", d -> d.check("hinted", Severity.ERROR), "analytics.daily"),
            Defined.product("analytics.scores")
                .dataset(
                    "analytics.scores",
                    d -> d.expectsNotBad("operations.flights", "analytics.scores"),
                    "operations.flights"),
            Defined.product("operations.flights").dataset("operations.flights", "landing.files"));
    Map<String, Domain> domains = new HashMap<>(plain.domains());
    domains.put("operations", new Domain("operations", List.of("olga"), Map.of()));
    Definitions definitions =
        new Definitions(
            domains,
            plain.products(),
            Map.of(),
            List.of(
                policy("owned", PolicyRule.Scope.PRODUCT),
                policy("described", PolicyRule.Scope.DATASET),
                new PolicyRule(
                    "advised",
                    PolicyRule.Scope.DATASET,
                    Severity.WARNING,
                    "none",
                    "true",
                    "m",
                    "p.policy.yaml",
                    2)),
            Map.of(),
            plain.bundle());
    world.engine.applier.apply(0, definitions, "ana");
    world.settle();
  }

  private static PolicyRule policy(String id, PolicyRule.Scope scope) {
    return new PolicyRule(id, scope, Severity.ERROR, "none", "true", "m", "p.policy.yaml", 1);
  }

  private Instant in(Duration length) {
    return world.clock.instant().plus(length);
  }

  private Waived waive(String rule, String scope, Duration length, String actor) {
    return world.engine.waivers.waive(rule, scope, " it is repaired ", in(length), actor);
  }

  private Waiver waive(String rule, String scope) {
    return waive(rule, scope, MONTH, scope.startsWith("operations") ? "olga" : "ana").waiver();
  }

  private void refused(ErrorCode code, Runnable what, String... words) {
    List<Waiver> before = all(Optional.empty());
    int audited = world.store.audit().size();
    assertThatThrownBy(what::run)
        .isInstanceOf(HeadgateException.class)
        .hasMessageContainingAll(words)
        .extracting(e -> ((HeadgateException) e).code())
        .isEqualTo(code);
    assertThat(all(Optional.empty())).isEqualTo(before);
    assertThat(world.store.audit()).hasSize(audited);
  }

  private List<Waiver> all(Optional<String> scope) {
    return world.engine.waivers.list(scope).waivers();
  }

  @Test
  void aWaiverIsKeptWithWhoWhenWhyAndUntil() {
    Waiver waiver = waive("notBad", "analytics.daily");

    assertThat(waiver)
        .isEqualTo(
            new Waiver(
                waiver.id(),
                "notBad",
                "analytics.daily",
                "it is repaired",
                "ana",
                world.clock.instant(),
                in(MONTH),
                Optional.empty(),
                Optional.empty()));
    AuditLog.Event row = world.store.audit().get(world.store.audit().size() - 1);
    assertThat(row.actor()).isEqualTo("ana");
    assertThat(row.action()).isEqualTo("waiver.granted");
    assertThat(row.subject()).isEqualTo("waiver " + waiver.id());
    assertThat(row.details())
        .containsEntry("rule", "notBad")
        .containsEntry("scope", "analytics.daily")
        .containsEntry("reason", "it is repaired")
        .containsEntry("until", waiver.until().toString());
  }

  @Test
  void eachProductThatItHoldsForIsTold() {
    waive("owned", "analytics");
    world.engine.agenda.tell();
    world.settle();

    assertThat(world.plugins.sunk())
        .filteredOn(e -> e.type().equals("waived"))
        .extracting(e -> e.product().orElseThrow().toString())
        .containsExactly("analytics.delays", "analytics.scores");
    assertThat(world.plugins.posted()).extracting(Outbox.Event::type).containsExactly("waived");
  }

  @ParameterizedTest
  @CsvSource({
    "notBad, analytics.daily, ana",
    "notBad, analytics.delays, ben",
    "notBad, analytics, ana",
    "owned, analytics.delays, ana",
    "owned, analytics, ana",
    "described, analytics.monthly, ana",
    "described, analytics, ana",
    "'not bad for analytics.scores', operations.flights, olga",
    "'not bad for analytics.scores', operations, olga"
  })
  void checksExpectationsAndPoliciesCanBeWaivedWhereTheyApply(
      String rule, String scope, String owner) {
    assertThat(waive(rule, scope, MONTH, owner).waiver().scope()).isEqualTo(scope);
  }

  @ParameterizedTest
  @CsvSource({
    "notBd, analytics.daily, did you mean 'notBad'?",
    "notBad, analytics.monthly, 'known are described'",
    "owned, analytics.daily, 'known are described, notBad'",
    "'not bad for analytics.scores', analytics.delays, 'known are described, hinted, notBad, owned'"
  })
  void anUnknownRuleIsRefusedWithWhatWasMeant(String rule, String scope, String hint) {
    refused(
        ErrorCode.NOT_FOUND,
        () -> waive(rule, scope),
        "there is no check or policy '" + rule + "' in " + scope,
        hint);
  }

  @Test
  void aWarningBlocksNothingAndIsNotWaived() {
    refused(
        ErrorCode.WRONG_STATE,
        () -> waive("hinted", "analytics.daily"),
        "'hinted' is a warning in analytics.daily",
        "it blocks nothing");
    refused(ErrorCode.WRONG_STATE, () -> waive("advised", "analytics"), "it blocks nothing");
  }

  @Test
  void whatIsAnErrorElsewhereInTheScopeIsWaived() {
    assertThat(waive("hinted", "analytics.delays").rule()).isEqualTo("hinted");
    refused(ErrorCode.WRONG_STATE, () -> waive("hinted", "analytics.daily"), "it blocks nothing");
  }

  @ParameterizedTest
  @CsvSource({
    "schema, or change the contract",
    "contract-version, the version that its changes earn",
    "major-accepted, headgate contract accept DATASET@MAJOR --for PRODUCT",
    "contract-removed, headgate contract accept DATASET@MAJOR --for PRODUCT",
    "dataset-dropped, take it out of its product"
  })
  void whatHeadgateItselfAsksIsNotWaived(String rule, String instead) {
    refused(
        ErrorCode.NOT_ALLOWED,
        () -> waive(rule, "analytics.daily"),
        "'" + rule + "' is what Headgate itself asks, and cannot be waived",
        instead);
  }

  @ParameterizedTest
  @CsvSource({
    "analytic, analytics",
    "daily, analytics.daily",
    "analytics.delay, analytics.delays",
    "landing.files, known are"
  })
  void anUnknownScopeIsRefusedWithWhatWasMeant(String scope, String meant) {
    refused(
        ErrorCode.NOT_FOUND,
        () -> waive("notBad", scope),
        "'" + scope + "' is no domain, product or dataset",
        meant);
  }

  @ParameterizedTest
  @CsvSource({"analytics.daily, olga", "analytics, olga", "analytics.delays, cleo"})
  void onlyAnOwnerOfTheDomainMay(String scope, String actor) {
    refused(
        ErrorCode.NOT_ALLOWED,
        () -> waive("notBad", scope, MONTH, actor),
        actor + " may not waive 'notBad'",
        "an owner of analytics (ana, ben) may");
  }

  @Test
  void aReasonIsNeeded() {
    refused(
        ErrorCode.INVALID_REQUEST,
        () -> world.engine.waivers.waive("notBad", "analytics", " \n", in(MONTH), "ana"),
        "needs a reason");
  }

  @Test
  void itEndsInTheFutureAndAfterNinetyDaysAtMost() {
    refused(
        ErrorCode.INVALID_REQUEST,
        () -> waive("notBad", "analytics", Duration.ZERO, "ana"),
        "in the future");
    refused(
        ErrorCode.INVALID_REQUEST,
        () -> waive("notBad", "analytics", Duration.ofDays(90).plusMillis(1), "ana"),
        "90 days at most");
    assertThat(waive("notBad", "analytics", Duration.ofDays(90), "ana").waiver().until())
        .isEqualTo(in(Duration.ofDays(90)));
  }

  @Test
  void whatFollowsSoonOnOneOfTheSameRuleAndScopeIsARenewal() {
    Waiver first = waive("notBad", "analytics");
    Waiver second = waive("notBad", "analytics");
    assertThat(second.renews()).contains(first.id());
    assertThat(waive("notBad", "analytics.daily").renews()).isEmpty();
    assertThat(waive("owned", "analytics").renews()).isEmpty();

    world.later(MONTH.plus(Duration.ofDays(30)).minusMillis(1));
    Waiver third = waive("notBad", "analytics");
    assertThat(third.renews()).contains(second.id());

    world.later(MONTH.plus(Duration.ofDays(30)));
    assertThat(waive("notBad", "analytics").renews()).isEmpty();
  }

  @Test
  void whatWasRevokedEndedThen() {
    Waiver first = waive("notBad", "analytics");
    world.engine.waivers.revoke(first.id(), "ben");
    world.later(Duration.ofDays(29));
    Waiver renewal = waive("notBad", "analytics");
    assertThat(renewal.renews()).contains(first.id());

    world.engine.waivers.revoke(renewal.id(), "ben");
    world.later(Duration.ofDays(30));
    assertThat(waive("notBad", "analytics").renews()).isEmpty();
  }

  @Test
  void anOwnerEndsItEarlyAndOnce() {
    Waiver waiver = waive("notBad", "analytics.daily");
    refused(
        ErrorCode.NOT_ALLOWED,
        () -> world.engine.waivers.revoke(waiver.id(), "olga"),
        "olga may not revoke the waiver " + waiver.id(),
        "(ana, ben)");
    refused(ErrorCode.NOT_FOUND, () -> world.engine.waivers.revoke(99, "ana"), "no waiver 99");

    world.later(Duration.ofDays(1));
    Waiver revoked = world.engine.waivers.revoke(waiver.id(), "ben").waiver();
    assertThat(revoked.revoked()).contains(world.clock.instant());
    assertThat(world.actions()).endsWith("waiver.revoked");
    world.engine.agenda.tell();
    world.settle();
    assertThat(world.plugins.posted())
        .extracting(Outbox.Event::type)
        .containsExactly("waived", "waiver-revoked");

    refused(
        ErrorCode.WRONG_STATE,
        () -> world.engine.waivers.revoke(waiver.id(), "ben"),
        "was revoked at");
  }

  @Test
  void whatEndedByItselfIsNotRevoked() {
    Waiver waiver = waive("notBad", "analytics.daily");
    world.later(MONTH);
    refused(
        ErrorCode.WRONG_STATE, () -> world.engine.waivers.revoke(waiver.id(), "ana"), "ended at");
  }

  @Test
  void thoseThatHoldForAnyPartOfAScopeAreListed() {
    Waiver domain = waive("notBad", "analytics");
    Waiver product = waive("notBad", "analytics.delays");
    Waiver daily = waive("notBad", "analytics.daily");
    Waiver monthly = waive("described", "analytics.monthly");
    Waiver scores = waive("described", "analytics.scores");
    Waiver other = waive("described", "operations.flights");

    assertThat(all(Optional.empty()))
        .containsExactly(domain, product, daily, monthly, scores, other);
    assertThat(all(Optional.of("analytics")))
        .containsExactly(domain, product, daily, monthly, scores);
    assertThat(all(Optional.of("analytics.delays")))
        .containsExactly(domain, product, daily, monthly);
    assertThat(all(Optional.of("analytics.daily"))).containsExactly(domain, product, daily);
    assertThat(all(Optional.of("operations"))).containsExactly(other);
    refused(ErrorCode.NOT_FOUND, () -> all(Optional.of("analytiks")), "did you mean 'analytics'?");
  }

  @Test
  void eachDomainsExceptionsAndRenewalsAreCounted() {
    waive("notBad", "analytics");
    Waiver second = waive("notBad", "analytics");
    waive("notBad", "analytics.daily");
    world.engine.waivers.revoke(second.id(), "ana");
    waive("described", "operations.flights");

    assertThat(world.engine.waivers.list(Optional.empty()).domains())
        .containsExactly(
            new WaiversOfDomain("analytics", 2, 3, 1), new WaiversOfDomain("operations", 1, 1, 0));
    assertThat(world.engine.waivers.list(Optional.of("operations")).domains())
        .containsExactly(new WaiversOfDomain("operations", 1, 1, 0));
    world.later(MONTH);
    assertThat(world.engine.waivers.list(Optional.empty()).domains())
        .containsExactly(
            new WaiversOfDomain("analytics", 0, 3, 1), new WaiversOfDomain("operations", 0, 1, 0));
  }

  @Test
  void whatWasDroppedKeepsItsWaiversOnRecord() {
    Waiver waiver = waive("notBad", "analytics.daily");
    world.apply(
        Defined.product("analytics.scores").dataset("analytics.scores", "operations.flights"));

    assertThat(all(Optional.of("analytics"))).containsExactly(waiver);
    assertThat(all(Optional.of("analytics.daily"))).containsExactly(waiver);
    assertThat(world.engine.waivers.revoke(waiver.id(), "ana").judgedAgain()).isEmpty();
  }
}
