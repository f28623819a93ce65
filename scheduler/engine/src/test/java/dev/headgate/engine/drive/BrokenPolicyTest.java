package dev.headgate.engine.drive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headgate.engine.fake.Defined;
import dev.headgate.model.check.CheckSpec.Severity;
import dev.headgate.model.policy.PolicyRule;
import dev.headgate.model.policy.PolicyRule.Scope;
import dev.headgate.model.policy.Waiver;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Definitions;
import dev.headgate.model.release.Finding;
import dev.headgate.model.release.Finding.Outcome;
import dev.headgate.model.release.Release;
import dev.headgate.model.release.ReleaseState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A policy that is wrong itself: it fails as its severity says, and is waived like any other. */
class BrokenPolicyTest {
  private static final String P = "sales.orders";
  private static final String WHY = "could not be evaluated: 'x' is absent: expected it";

  @TempDir Path logs;
  private World world;

  @BeforeEach
  void given() {
    world = new World(logs);
  }

  private Release built(Scope scope, Severity severity, String language, String expression) {
    Definitions plain =
        Defined.all(Defined.product(P).onAnyInput().dataset(P, d -> d.notBad(), "landing.files"));
    PolicyRule policy =
        new PolicyRule("rows", scope, severity, language, expression, "m", "p.policy.yaml", 1);
    world.engine.applier.apply(
        world.store.transact(tx -> tx.definitions().revision()),
        new Definitions(
            plain.domains(), plain.products(), Map.of(), List.of(policy), Map.of(), plain.bundle()),
        "ana");
    world.commit("landing.files", "june");
    return world.latest(P);
  }

  private Finding finding(Release release) {
    return world.verdict(release.id()).results().stream()
        .filter(f -> f.rule().equals("rows"))
        .findFirst()
        .orElseThrow();
  }

  private Waiver waive() {
    Waiver waiver =
        world
            .engine
            .waivers
            .waive("rows", P, "known", world.clock.instant().plus(Duration.ofDays(9)), "ana")
            .waiver();
    world.wake(P);
    return waiver;
  }

  @Test
  void aWarningIsShownAndHoldsNothing() {
    Release release = built(Scope.DATASET, Severity.WARNING, "none", "absent");
    assertThat(release.state()).isEqualTo(ReleaseState.PROMOTED);
    assertThat(finding(release).outcome()).isEqualTo(Outcome.FAILED);
    assertThat(finding(release).dataset()).contains(DatasetName.parse(P));
    assertThat(finding(release).message()).isEqualTo(WHY);
  }

  @Test
  void anErrorHoldsUntilItIsWaived() {
    Release held = built(Scope.RELEASE, Severity.ERROR, "none", "absent");
    assertThat(held.state()).isEqualTo(ReleaseState.HELD);
    assertThat(held.reason()).contains("policy 'rows': " + WHY);
    world.engine.approvals.promote(held.id(), "ana");
    world.wake(P);
    assertThat(world.release(held.id()).state()).isEqualTo(ReleaseState.HELD);
    assertThat(world.main(P)).isEmpty();

    waive();
    assertThat(world.release(held.id()).state()).isEqualTo(ReleaseState.PROMOTED);
    assertThat(finding(held).outcome()).isEqualTo(Outcome.WAIVED);
  }

  @Test
  void whatFollowsItIsHeldByItAgainOnceTheWaiverEnded() {
    built(Scope.DATASET, Severity.ERROR, "none", "absent");
    Waiver waiver = waive();
    world.engine.waivers.revoke(waiver.id(), "ana");
    world.commit("landing.files", "july");
    assertThat(world.latest(P).state()).isEqualTo(ReleaseState.HELD);
    assertThat(world.latest(P).blockedBy())
        .containsExactly("policy 'rows' on sales.orders: " + WHY);
    assertThat(world.main(P)).contains("orders[june]");
  }

  @Test
  void whereNothingAnswersItIsJudgedAgainAndNoWaiverHelps() {
    world.plugins.policiesAway(true);
    Release release = built(Scope.PRODUCT, Severity.WARNING, "none", "away");
    assertThat(release.state()).isEqualTo(ReleaseState.CHECKING);
    world.later(Duration.ofMinutes(1));
    world.later(Duration.ofMinutes(1));
    Release held = world.release(release.id());
    assertThat(held.state()).isEqualTo(ReleaseState.HELD);
    assertThat(held.reason()).contains("it could not be judged");
    assertThat(held.blockedBy())
        .containsExactly("policy 'rows' could not be evaluated: nobody answers");

    world.plugins.policiesAway(false);
    world.engine.approvals.promote(held.id(), "ana");
    world.wake(P);
    assertThat(world.release(held.id()).state()).isEqualTo(ReleaseState.PROMOTED);
    assertThat(finding(held).outcome()).isEqualTo(Outcome.PASSED);
  }

  @Test
  void aLanguageThatNoPluginBringsHoldsWhateverIsWaived() {
    Release release = built(Scope.PRODUCT, Severity.ERROR, "rego", "x");
    waive();
    world.later(Duration.ofMinutes(1));
    world.later(Duration.ofMinutes(1));
    assertThat(world.release(release.id()).state()).isEqualTo(ReleaseState.HELD);
    assertThat(world.release(release.id()).reason()).contains("it could not be judged");
    assertThat(world.main(P)).isEmpty();
  }
}
