package dev.headgate.engine.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.headgate.engine.Engine.Waived;
import dev.headgate.engine.fake.Defined;
import dev.headgate.model.check.CheckSpec;
import dev.headgate.model.check.CheckSpec.Origin;
import dev.headgate.model.check.CheckSpec.Severity;
import dev.headgate.model.lake.TableDescription;
import dev.headgate.model.policy.Waiver;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.release.Finding;
import dev.headgate.model.release.Release;
import dev.headgate.model.release.ReleaseState;
import dev.headgate.model.release.Verdict;
import dev.headgate.model.store.AuditLog;
import dev.headgate.spi.JobOutcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a waiver means for releases that were judged, or are being judged right now. */
class WaivedReleaseTest {
  private static final String PRODUCT = "analytics.delays";

  @TempDir Path logs;
  private World world;

  @BeforeEach
  void given() {
    world = new World(logs);
  }

  private static Defined product() {
    return Defined.product(PRODUCT)
        .onAnyInput()
        .approvals(1, "owners")
        .dataset("analytics.daily", d -> d.notBad().attempts(2), "landing.files")
        .dataset("analytics.monthly", d -> d.warnIfBad(), "analytics.daily");
  }

  /** With a dataset that is well whatever comes in. */
  private static Defined productWithMore() {
    return product().dataset("analytics.constant", d -> d.notBad());
  }

  private Release held() {
    return held(product());
  }

  private Release held(Defined product) {
    world.apply(product);
    world.commit("landing.files", "bad");
    Release release = world.latest(PRODUCT);
    assertThat(release.state()).isEqualTo(ReleaseState.HELD);
    return release;
  }

  private Waived waive(String scope) {
    return world.engine.waivers.waive(
        "notBad", scope, "known", world.clock.instant().plus(Duration.ofDays(9)), "ana");
  }

  @Test
  void aRuleThatIsCalledSchemaDoesNotMakeTheSchemaWaivable() {
    DatasetName daily = DatasetName.parse("analytics.daily");
    CheckSpec called = new CheckSpec("schema", "notBad", Map.of(), Severity.ERROR);
    world.lake.described(
        "release-1",
        daily,
        new TableDescription(
            List.of(),
            List.of(),
            OptionalLong.empty(),
            Optional.empty(),
            OptionalLong.empty(),
            Map.of(),
            OptionalLong.empty(),
            Optional.empty()));
    world.apply(
        Defined.product(PRODUCT)
            .onAnyInput()
            .dataset(
                "analytics.daily",
                d -> d.contract("1.0.0", "delay").rule(called),
                "landing.files"));
    world.commit("landing.files", "bad");
    Release held = world.latest(PRODUCT);
    assertThat(held.blockedBy()).hasSize(2);
    world.engine.waivers.waive(
        "schema",
        "analytics.daily",
        "known",
        world.clock.instant().plus(Duration.ofDays(9)),
        "ana");
    world.wake(PRODUCT);
    assertThat(world.release(held.id()).state()).isEqualTo(ReleaseState.HELD);
    assertThat(world.release(held.id()).blockedBy())
        .singleElement()
        .asString()
        .contains("check 'schema' of analytics.daily", "delay");
  }

  @Test
  void aHeldReleaseIsJudgedAgainAtOnce() {
    Release release = held();

    Waived waived = waive("analytics.daily");

    assertThat(waived.judgedAgain()).extracting(Release::id).containsExactly(release.id());
    assertThat(world.release(release.id()).state()).isEqualTo(ReleaseState.CHECKING);
    AuditLog.Event row = world.store.audit().get(world.store.audit().size() - 1);
    assertThat(row.action()).isEqualTo("release.judged-again");
    assertThat(row.actor()).isEqualTo("ana");
    assertThat(row.details()).containsEntry("waiver", "" + waived.waiver().id());
  }

  @Test
  void itStaysHeldWhereTheWaiverIsForSomethingElse() {
    Release release = held(productWithMore());

    assertThat(waive("analytics.constant").judgedAgain()).isEmpty();

    assertThat(world.release(release.id())).isEqualTo(release);
  }

  @Test
  void itStaysHeldWhileAnotherReleaseOfItsProductIsUnderWay() {
    Release release = held();
    world
        .plugins
        .jobs()
        .next("daily", (request, listener) -> new JobOutcome.Failed("not yet", true));
    world.commit("landing.files", "good");
    Release other = world.latest(PRODUCT);
    assertThat(other.state()).isEqualTo(ReleaseState.BUILDING);

    assertThat(waive("analytics").judgedAgain()).isEmpty();
    assertThat(world.release(release.id())).isEqualTo(release);
  }

  private static Defined gated() {
    return Defined.product(PRODUCT)
        .onAnyInput()
        .approvals(1, "owners")
        .dataset("analytics.daily", d -> d.notBad(), "landing.files");
  }

  @Test
  void ofTwoThatAreHeldTheNewerGoesFirst() {
    world.apply(gated());
    world.commit("landing.files", "bad");
    Release older = world.latest(PRODUCT);
    world.commit("landing.files", "bad too");
    Release newer = world.latest(PRODUCT);
    assertThat(newer.id()).isGreaterThan(older.id());
    assertThat(world.release(older.id()).state()).isEqualTo(ReleaseState.HELD);
    assertThat(newer.state()).isEqualTo(ReleaseState.HELD);

    assertThat(waive("analytics.daily").judgedAgain())
        .extracting(Release::id)
        .containsExactly(newer.id());
    world.wake(PRODUCT);

    assertThat(world.release(newer.id()).state()).isEqualTo(ReleaseState.AWAITING_APPROVAL);
    assertThat(world.release(older.id()).state()).isEqualTo(ReleaseState.SUPERSEDED);
  }

  @Test
  void theOlderIsJudgedInItsTurnWhereTheNewerStaysHeld() {
    world.apply(
        Defined.product(PRODUCT)
            .onAnyInput()
            .approvals(1, "owners")
            .dataset("analytics.daily", d -> d.notBad(), "landing.files")
            .dataset(
                "analytics.other",
                d -> d.rule(new CheckSpec("other", "notBad", Map.of(), Severity.ERROR)),
                "landing.others"));
    world.commit("landing.others", "good");
    world.commit("landing.files", "bad");
    Release older = world.latest(PRODUCT);
    world.commit("landing.others", "bad");
    Release newer = world.latest(PRODUCT);
    assertThat(newer.blockedBy()).hasSize(2);

    waive("analytics.daily");
    world.wake(PRODUCT);

    assertThat(world.release(newer.id()).state()).isEqualTo(ReleaseState.HELD);
    assertThat(world.release(newer.id()).blockedBy()).hasSize(1);
    assertThat(world.release(older.id()).state()).isEqualTo(ReleaseState.AWAITING_APPROVAL);
  }

  @Test
  void aWaiverIsAppliedToWhatWasFoundAndNothingIsMeasuredAgain() {
    Release release = held();
    Release waiting = waivedWithoutMeasuring(release);
    assertThat(waiting.digest()).isEqualTo(release.digest());
    assertThat(world.verdict(release.id()).results())
        .extracting(Finding::outcome)
        .contains(Finding.Outcome.WAIVED);
    assertThat(lastJudgement()).containsEntry("measured", "before");

    world.later(Duration.ofDays(10));

    assertThat(world.release(release.id()).state()).isEqualTo(ReleaseState.HELD);
    assertThat(world.release(release.id()).blockedBy()).isEqualTo(release.blockedBy());
  }

  private Release waivedWithoutMeasuring(Release held) {
    world.plugins.breakChecks(Integer.MAX_VALUE);
    waive("analytics.daily");
    world.wake(PRODUCT);
    Release waiting = world.release(held.id());
    assertThat(waiting.state()).isEqualTo(ReleaseState.AWAITING_APPROVAL);
    return waiting;
  }

  private Map<String, String> lastJudgement() {
    return world.store.audit().stream()
        .filter(row -> row.action().equals("release.judged"))
        .reduce((one, next) -> next)
        .orElseThrow()
        .details();
  }

  @Test
  void whoSendsItOnHasAllOfItMeasuredAgain() {
    Release release = held();
    AtomicInteger measured = new AtomicInteger();
    world.plugins.whileChecking(measured::incrementAndGet);

    world.engine.approvals.promote(release.id(), "ana");
    world.wake(PRODUCT);

    assertThat(measured).hasValue(1);
    assertThat(lastJudgement()).containsEntry("measured", "now");
    assertThat(world.release(release.id()).state()).isEqualTo(ReleaseState.HELD);
  }

  /** It was judged by rules that hold no more, and could not be judged by those that do. */
  @Test
  void aWaiverFreesNothingThatCouldNotBeJudgedByTheRulesThatHold() {
    Release release = held();
    world.plugins.breakChecks(6);
    world.apply(product(), consumer());
    world.later(Duration.ofHours(1));
    world.later(Duration.ofHours(1));
    assertThat(world.release(release.id()).reason()).contains("it could not be judged");
    AtomicInteger measured = new AtomicInteger();
    world.plugins.whileChecking(measured::incrementAndGet);

    waive("analytics.daily");
    world.wake(PRODUCT);

    assertThat(measured).hasValue(1);
    assertThat(lastJudgement()).containsEntry("measured", "now");
  }

  @Test
  void whatIsJudgedByMoreRulesIsMeasuredAgain() {
    held();
    AtomicInteger measured = new AtomicInteger();
    world.plugins.whileChecking(measured::incrementAndGet);

    world.apply(product(), consumer());
    world.wake(PRODUCT);

    assertThat(measured).hasValue(1);
    assertThat(lastJudgement()).containsEntry("measured", "now");
  }

  private static Defined consumer() {
    return Defined.product("reports.summary")
        .dataset(
            "reports.summary",
            d -> d.expectsNotBad("analytics.daily", "reports.summary"),
            "analytics.daily");
  }

  /** Else a verdict that was made without the waiver would be written after it. */
  @Test
  void whatIsBeingJudgedGetsANewRevision() {
    Release release = held();
    waive("analytics.daily");
    Release checking = world.release(release.id());
    assertThat(checking.state()).isEqualTo(ReleaseState.CHECKING);

    assertThat(waive("analytics.delays").judgedAgain()).isEmpty();

    Release touched = world.release(release.id());
    assertThat(touched.state()).isEqualTo(ReleaseState.CHECKING);
    assertThat(touched.revision()).isEqualTo(checking.revision() + 1);
  }

  @Test
  void whatWaitsForApprovalOnlyBecauseOfAWaiverIsJudgedAgainWhenItIsRevoked() {
    world.apply(productWithMore());
    world.commit("landing.files", "good");
    Release waiting = world.latest(PRODUCT);
    assertThat(waiting.state()).isEqualTo(ReleaseState.AWAITING_APPROVAL);
    Waiver other = waive("analytics.constant").waiver();
    Waiver waiver = waive("analytics.daily").waiver();
    rest(waiting, waiver);

    assertThat(world.engine.waivers.revoke(other.id(), "ana").judgedAgain()).isEmpty();
    assertThat(world.engine.waivers.revoke(waiver.id(), "ana").judgedAgain())
        .extracting(Release::id, Release::state)
        .containsExactly(tuple(waiting.id(), ReleaseState.CHECKING));
  }

  private void rest(Release release, Waiver waiver) {
    Verdict verdict = world.verdict(release.id());
    Finding waived =
        new Finding(
            Optional.of(DatasetName.parse("analytics.daily")),
            "notBad",
            Severity.ERROR,
            Finding.Outcome.WAIVED,
            Origin.PIPELINE,
            Optional.empty(),
            "found bad",
            Optional.empty(),
            Optional.of(waiver.id()),
            Optional.empty());
    world.store.transact(
        tx -> {
          tx.releases()
              .addVerdict(
                  new Verdict(
                      release.id(),
                      verdict.digest(),
                      verdict.evidence(),
                      List.of(waived),
                      verdict.at(),
                      Optional.of(waiver.until())));
          return verdict;
        });
  }
}
