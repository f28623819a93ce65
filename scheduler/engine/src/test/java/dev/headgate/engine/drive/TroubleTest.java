package dev.headgate.engine.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headgate.engine.fake.Defined;
import dev.headgate.model.ErrorCode;
import dev.headgate.model.HeadgateException;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.ProductName;
import dev.headgate.model.release.Release;
import dev.headgate.model.release.ReleaseState;
import dev.headgate.model.release.Run;
import dev.headgate.model.release.RunState;
import dev.headgate.spi.JobOutcome;
import dev.headgate.spi.JobRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong outside, and what becomes of the release. */
class TroubleTest {
  private static final String P = "operations.flights";

  @TempDir Path logs;
  private World world;

  @BeforeEach
  void given() {
    world = new World(logs);
    world.lake.commit(DatasetName.parse("landing.files"), "june");
  }

  private static Defined flights(int attempts) {
    return Defined.product(P)
        .onAnyInput()
        .post("held", "failed", "promoted")
        .dataset(P, d -> d.attempts(attempts).notBad(), "landing.files")
        .dataset("operations.routes", P);
  }

  @Test
  void anAttemptThatFailsIsTriedAgainLaterFromTheSavepoint() {
    List<String> tokens = new ArrayList<>();
    world
        .plugins
        .jobs()
        .next(
            "flights",
            (request, listener) -> {
              tokens.add(request.catalog().token());
              String branch = request.catalog().warehouse();
              world.lake.write(branch, tokens.get(0), DatasetName.parse(P), "half written");
              return new JobOutcome.Failed("the cluster went away", true);
            });
    world
        .plugins
        .jobs()
        .next(
            "flights",
            (request, listener) -> {
              assertThat(
                      world.lake.read(
                          request.catalog().warehouse(),
                          request.catalog().token(),
                          DatasetName.parse(P)))
                  .as("what the first attempt left")
                  .isEmpty();
              tokens.add(request.catalog().token());
              return world.plugins.jobs().write(request, listener);
            });
    world.apply(flights(2));
    Run waiting = world.runs(1).get(0);
    assertThat(waiting.state()).isEqualTo(RunState.QUEUED);
    assertThat(waiting.message()).contains("attempt 1 of 2: the cluster went away");
    assertThat(waiting.notBefore()).contains(world.clock.instant().plusSeconds(1));

    world.later(Duration.ofSeconds(1));
    assertThat(world.release(1).state()).isEqualTo(ReleaseState.PROMOTED);
    assertThat(tokens).hasSize(2).doesNotHaveDuplicates();
  }

  @Test
  void aMistakeInTheJobFailsAtOnceAndTheRestIsCancelled() {
    world.plugins.jobs().failNext("flights", "syntax error at 'selct'", false);
    world.apply(flights(3));
    Release failed = world.release(1);
    assertThat(failed.state()).isEqualTo(ReleaseState.FAILED);
    assertThat(failed.reason().orElseThrow())
        .contains("run 1-flights failed", "syntax error at 'selct'");
    assertThat(world.runs(1))
        .extracting(Run::state)
        .containsExactly(RunState.FAILED, RunState.CANCELLED);
    assertThat(world.lake.openBranches()).isEmpty();
  }

  @Test
  void anExceptionOfALauncherIsAFailedAttempt() {
    world
        .plugins
        .jobs()
        .next(
            "flights",
            (request, listener) -> {
              throw new IllegalStateException("a defect of the plugin");
            });
    world.apply(flights(2));
    world.later(Duration.ofSeconds(2));
    assertThat(world.release(1).state()).isEqualTo(ReleaseState.PROMOTED);
  }

  @Test
  void aCheckThatCannotBeAskedIsTriedAgainAndThenHeldAndCanBeJudgedAgain() {
    world.plugins.breakChecks(3);
    world.apply(flights(1));
    assertThat(world.release(1).state()).isEqualTo(ReleaseState.CHECKING);
    world.later(Duration.ofMinutes(1));
    world.later(Duration.ofMinutes(1));
    Release held = world.release(1);
    assertThat(held.state()).isEqualTo(ReleaseState.HELD);
    assertThat(held.reason()).contains("it could not be judged");
    assertThat(held.blockedBy().get(0)).contains("the query engine is away");

    world.engine.approvals.promote(1, "ana");
    world.wake(P);
    assertThat(world.release(1).state()).isEqualTo(ReleaseState.PROMOTED);
  }

  @Test
  void anUnknownOutcomeIsSettledWhetherItHappenedOrNot() {
    for (boolean happened : new boolean[] {true, false}) {
      world = new World(logs);
      world.lake.commit(DatasetName.parse("landing.files"), "june");
      world.lake.failNextPromotion(ErrorCode.OUTCOME_UNKNOWN, happened);
      world.apply(flights(1));
      assertThat(world.release(1).state()).isEqualTo(ReleaseState.PROMOTING);
      world.restart();
      world.settle();
      assertThat(world.release(1).state()).as("still open").isEqualTo(ReleaseState.PROMOTING);
      world.later(Duration.ofSeconds(2));
      assertThat(world.release(1).state()).isEqualTo(ReleaseState.PROMOTED);
      assertThat(world.release(1).lakeVersion()).contains(1L);
      assertThat(world.main(P)).contains("flights[june]");
      assertThat(world.actions().stream().filter("release.promoted"::equals)).hasSize(1);
    }
  }

  @Test
  void whatIsOnlyAwayForAWhileIsTriedAgain() {
    world.lake.failNextPromotion(ErrorCode.EXTERNAL, false);
    world.apply(flights(1));
    assertThat(world.release(1).state()).isEqualTo(ReleaseState.PROMOTING);
    world.later(Duration.ofSeconds(2));
    assertThat(world.release(1).state()).isEqualTo(ReleaseState.PROMOTED);
  }

  @Test
  void whatIsBeingPromotedCanBeCancelledAndIsThenNeverPromoted() {
    world.lake.failNextPromotion(ErrorCode.EXTERNAL, false);
    world.apply(flights(1));
    assertThat(world.release(1).state()).isEqualTo(ReleaseState.PROMOTING);

    world.engine.interventions.cancel(1, "the wrong day", "ana");
    world.later(Duration.ofSeconds(2));

    assertThat(world.release(1).state()).isEqualTo(ReleaseState.CANCELLED);
    assertThat(world.main(P)).isEmpty();
    assertThat(world.lake.openBranches()).isEmpty();
  }

  @Test
  void whatIsPromotedCannotBeCancelled() {
    world.apply(flights(1));
    assertThat(world.release(1).state()).isEqualTo(ReleaseState.PROMOTED);

    assertThatThrownBy(() -> world.engine.interventions.cancel(1, "the wrong day", "ana"))
        .isInstanceOf(HeadgateException.class)
        .hasMessageContaining("release 1 cannot be cancelled: it is PROMOTED");
  }

  @Test
  void whereMainMovedItIsBuiltAgainAlsoIfSomeoneAskedForIt() {
    world.apply(Defined.product(P).approvals(1, "owners").dataset(P, "landing.files"));
    Release asked = world.build(P);
    world.lake.bypass(DatasetName.parse(P), "written past the gate");
    world.approve(asked.id(), "ben");

    assertThat(world.release(asked.id()).state()).isEqualTo(ReleaseState.SUPERSEDED);
    assertThat(world.release(asked.id()).reason().orElseThrow()).contains("main moved under it");
    Release next = world.latest(P);
    assertThat(next.requestedBy()).isEqualTo("ana");
    assertThat(world.approve(next.id(), "ben").state()).isEqualTo(ReleaseState.PROMOTED);
  }

  @Test
  void butNotForever() {
    world.apply(Defined.product(P).approvals(1, "owners").dataset(P, "landing.files"));
    world.build(P);
    for (int i = 0; i < 3; i++) {
      world.lake.bypass(DatasetName.parse(P), "past the gate " + i);
      world.approve(world.latest(P).id(), "ben");
    }
    assertThat(world.latest(P).state()).isEqualTo(ReleaseState.FAILED);
    assertThat(world.releases(P)).hasSize(3);
  }

  @Test
  void aNotificationThatFailsIsSentAgainAndOthersAreNotSentTwice() {
    world.plugins.breakPosts(2);
    world.apply(flights(1));
    assertThat(world.plugins.posted()).isEmpty();
    long promotedEvents =
        world.plugins.sunk().stream().filter(e -> e.type().equals("promoted")).count();
    assertThat(promotedEvents).isEqualTo(1);
    world.later(Duration.ofSeconds(1));
    world.later(Duration.ofSeconds(2));
    assertThat(world.plugins.posted()).extracting(e -> e.type()).containsExactly("promoted");
    assertThat(world.plugins.sunk().stream().filter(e -> e.type().equals("promoted"))).hasSize(1);
    assertThat(world.store.undelivered()).isZero();
  }

  @Test
  void aLostAttemptIsReplacedAndSaysSo() {
    world.apply(Defined.product(P).dataset(P, "landing.files"));
    world
        .plugins
        .jobs()
        .next(
            "flights",
            (request, listener) -> {
              throw new Stopped();
            });
    try {
      world.build(P);
    } catch (Stopped e) {
      world.restart();
    }
    world.settle();
    assertThat(world.latest(P).state()).isEqualTo(ReleaseState.PROMOTED);
    List<JobRequest> requests = world.plugins.jobs().requests();
    assertThat(requests).extracting(JobRequest::attempt).containsExactly(1, 2);
    assertThat(requests.get(0).catalog().token()).isNotEqualTo(requests.get(1).catalog().token());
  }

  @Test
  void cancelStopsAReleaseAndTheSameStateDoesNotStartByItself() {
    world.apply(flights(1).approvals(1, "owners"));
    Release waiting = world.latest(P);
    world.engine.interventions.cancel(waiting.id(), "not today", "ben");
    world.wake(P);
    assertThat(world.latest(P).reason()).contains("cancelled by ben: not today");
    assertThat(world.releases(P)).hasSize(1);
    assertThat(world.lake.openBranches()).isEmpty();
    assertThat(world.engine.answers.why(ProductName.parse(P)).decision().because())
        .containsExactly("never built before");
    assertThat(Optional.of(world.latest(P).endedAt())).isPresent();
  }

  /** The process ends here. */
  private static final class Stopped extends Error {
    private static final long serialVersionUID = 1L;
  }
}
