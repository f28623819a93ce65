package dev.headgate.engine.drive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headgate.engine.fake.Defined;
import dev.headgate.model.check.CheckSpec.Severity;
import dev.headgate.model.policy.PolicyRule;
import dev.headgate.model.product.Definitions;
import dev.headgate.model.release.Release;
import dev.headgate.model.release.ReleaseState;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A verdict is on what it was judged by; where that changes, it is judged again. */
class JudgedByTest {
  @TempDir Path logs;
  private World world;

  @BeforeEach
  void start() {
    world = new World(logs);
  }

  private static Defined flights() {
    return Defined.product("operations.flights")
        .onAnyInput()
        .approvals(1, "owners")
        .dataset("operations.flights", "landing.files");
  }

  private static Defined delays(boolean expecting) {
    return Defined.product("analytics.delays")
        .dataset(
            "analytics.daily",
            d -> {
              if (expecting) {
                d.expectsNotBad("operations.flights", "analytics.delays");
              }
            },
            "operations.flights");
  }

  @Test
  void aConsumersExpectationRunsOnTheProducersCandidate() {
    world.apply(flights(), delays(true));
    world.commit("landing.files", "bad");
    Release held = world.latest("operations.flights");
    assertThat(held.state()).isEqualTo(ReleaseState.HELD);
    assertThat(held.blockedBy())
        .containsExactly(
            "'not bad for analytics.delays', which analytics.delays expects of"
                + " operations.flights: expected nothing bad, found flights[bad]");
    assertThat(world.main("operations.flights")).isEmpty();
  }

  @Test
  void anExpectationThatComesWhileItWaitsIsJudgedToo() {
    world.apply(flights(), delays(false));
    world.commit("landing.files", "bad");
    Release waiting = world.latest("operations.flights");
    assertThat(waiting.state()).isEqualTo(ReleaseState.AWAITING_APPROVAL);
    world.apply(flights(), delays(true));
    Release again = world.release(waiting.id());
    assertThat(again.state()).isEqualTo(ReleaseState.HELD);
    assertThat(again.digest()).isNotEqualTo(waiting.digest());
  }

  @Test
  void anApprovalForWhatWasJudgedByOtherPoliciesDoesNotPromote() {
    world.apply(flights(), delays(false));
    world.commit("landing.files", "june");
    Release waiting = world.latest("operations.flights");
    // Approved, and before it is driven on, a policy comes.
    world.engine.approvals.approve(waiting.id(), Optional.empty(), "ben");
    applyQuietly(withPolicy(Defined.all(flights(), delays(false))));
    world.wake("operations.flights");
    assertThat(world.main("operations.flights")).isEmpty();
    Release again = world.release(waiting.id());
    assertThat(again.state()).isEqualTo(ReleaseState.AWAITING_APPROVAL);
    assertThat(again.digest()).isNotEqualTo(waiting.digest());
    assertThat(world.approve(waiting.id(), "ana").state()).isEqualTo(ReleaseState.PROMOTED);
  }

  private void applyQuietly(Definitions definitions) {
    world.engine.applier.apply(
        world.store.transact(tx -> tx.definitions().revision()), definitions, "ana");
  }

  private static Definitions withPolicy(Definitions plain) {
    return new Definitions(
        plain.domains(),
        plain.products(),
        Map.of(),
        List.of(
            new PolicyRule(
                "owned",
                PolicyRule.Scope.PRODUCT,
                Severity.WARNING,
                "none",
                "true",
                "nobody owns it",
                "p.policy.yaml",
                1)),
        Map.of(),
        plain.bundle());
  }
}
