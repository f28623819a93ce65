package dev.headgate.engine.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headgate.engine.fake.Defined;
import dev.headgate.model.decision.Decision;
import dev.headgate.model.product.Product.ParameterType;
import dev.headgate.model.release.ReleaseState;
import dev.headgate.model.store.ProductStore.Request.Kind;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WaitingTest {
  private static final Instant JUDGED = Instant.parse("2001-07-01T11:00:00Z");
  private static final String INCOMPLETE =
      "check 'every day is complete' of operations.flights: 6, expected greater than 10000";

  /** What is promoted is what the definition gives; the day that was asked for is held. */
  private static Facts aDayIsHeld() {
    return Facts.about(
            Defined.product("operations.flights")
                .onCron("30 6 * * *")
                .parameter("day", ParameterType.DATE, true)
                .dataset("operations.flights"))
        .asked(Kind.MANUAL, "r1", Map.of("day", "2001-06-30"))
        .started(ReleaseState.PROMOTED)
        .asked(Kind.MANUAL, "r2", Map.of("day", "2001-07-01"))
        .started(ReleaseState.HELD)
        .judged(JUDGED, INCOMPLETE);
  }

  private static Facts delays(Defined product, ReleaseState state) {
    return Facts.about(product.dataset("analytics.daily", "operations.flights"))
        .source("operations.flights", "f1")
        .started(state);
  }

  private static Defined delays() {
    return Defined.product("analytics.delays").onAnyInput();
  }

  @Test
  void whatIsHeldIsExplainedBeforeWhyNothingNewerIsBuilt() {
    Decision decision = aDayIsHeld().decide().decision();

    assertThat(decision).isInstanceOf(Decision.UpToDate.class);
    assertThat(decision.because())
        .containsExactly(
            "release 2 is held, judged at 2001-07-01T11:00:00Z: " + INCOMPLETE,
            "once what holds it is fixed: headgate promote 2 has it judged again; newer data that"
                + " passes its checks supersedes it; headgate release cancel 2 ends it, and"
                + " headgate release retry 2 then tries anew",
            "nothing newer is to be built: what release 1 promoted (version-1) is what its"
                + " definition and inputs give");
  }

  @Test
  void whatAwaitsApprovalNamesWhoMayDecide() {
    Facts facts =
        delays(delays(), ReleaseState.AWAITING_APPROVAL)
            .judged(JUDGED, "1 approval by owners (ana) for digest d");

    assertThat(facts.waiting().because())
        .containsExactly(
            "release 1 is awaiting approval, judged at 2001-07-01T11:00:00Z: 1 approval by owners"
                + " (ana) for digest d",
            "its owners decide: headgate approve 1 or headgate reject 1; newer data that passes its"
                + " checks supersedes it; headgate release cancel 1 ends it, and headgate release"
                + " retry 1 then tries anew",
            "never built before");
    assertThat(facts.waiting().blockedBy())
        .containsExactly("release 1, made from this same state, is awaiting approval");
  }

  @Test
  void whereWhatWaitsIsKeptNothingSupersedesIt() {
    Facts facts = delays(delays().keepingWhatWaits(), ReleaseState.HELD);

    assertThat(facts.waiting().because().get(0))
        .isEqualTo("release 1 is held, opened at " + Facts.NOW);
    assertThat(facts.waiting().because().get(1))
        .contains("newer data waits for its end, as whileWaiting is keep")
        .doesNotContain("supersedes");
  }

  @Test
  void aReleaseThatStartsBecauseOfNewerDataDoesNotExplainTheOldOne() {
    Facts facts = delays(delays(), ReleaseState.HELD).judged(JUDGED, INCOMPLETE);

    assertThat(facts.source("operations.flights", "f2").start().because())
        .containsExactly("never built before");
  }

  @Test
  void ofManyBlockersAFewAreSaidEachByItself() {
    String[] blockers = IntStream.range(0, 27).mapToObj(i -> "rule " + i).toArray(String[]::new);

    assertThat(aDayIsHeld().judged(JUDGED, blockers).decide().decision().because())
        .hasSize(7)
        .startsWith(
            "release 2 is held, judged at 2001-07-01T11:00:00Z, for 27 reasons",
            "rule 0",
            "rule 1",
            "rule 2",
            "24 more, which headgate release show 2 lists");
    assertThat(aDayIsHeld().judged(JUDGED, "a", "b", "c").decide().decision().because())
        .hasSize(6)
        .startsWith(
            "release 2 is held, judged at 2001-07-01T11:00:00Z, for 3 reasons", "a", "b", "c");
  }

  @Test
  void whatFailedIsExplainedWhereItDoesNotStartByItself() {
    Facts facts =
        Facts.about(Defined.product("analytics.delays").dataset("analytics.daily", "operations.x"))
            .source("operations.x", "x1")
            .asked(Kind.MANUAL, "r1")
            .started(ReleaseState.FAILED);

    assertThat(facts.waiting().because())
        .containsExactly(
            "release 1 failed: so it went; headgate release show 1 lists its runs, and headgate"
                + " logs RUN shows what one wrote",
            "never built before");
    assertThat(facts.waiting().blockedBy())
        .containsExactly("it starts only on request: headgate build analytics.delays");
    assertThat(Decider.foresee(facts.facts(), Facts.NOW).decision().because())
        .containsExactly("never built before");
  }

  @Test
  void whatIsUnderWayOrHasEndedIsNotExplained() {
    for (ReleaseState state :
        new ReleaseState[] {ReleaseState.BUILDING, ReleaseState.PROMOTING, ReleaseState.FAILED}) {
      assertThat(delays(delays(), state).waiting().because())
          .as("%s", state)
          .containsExactly("never built before");
    }
    assertThat(delays(delays(), ReleaseState.FAILED).waiting().blockedBy())
        .singleElement()
        .asString()
        .contains("failed (so it went)", "headgate release retry 1", "headgate logs RUN");
  }
}
