package dev.headgate.engine.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headgate.engine.fake.Death;
import dev.headgate.engine.fake.Defined;
import dev.headgate.model.ErrorCode;
import dev.headgate.model.HeadgateException;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Job;
import dev.headgate.model.product.ProductName;
import dev.headgate.model.release.Approval;
import dev.headgate.model.release.Finding;
import dev.headgate.model.release.Release;
import dev.headgate.model.release.ReleaseState;
import dev.headgate.model.release.Verdict;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a blocking check fails on never shows in main, whatever is asked. */
class NoLeakTest {
  private static final String FLIGHTS = "operations.flights";

  @TempDir Path logs;
  private World world;

  @BeforeEach
  void start() {
    world = new World(logs);
  }

  @AfterEach
  void nothingBadWasEverInMain() {
    assertThat(world.lake.everShown(DatasetName.parse(FLIGHTS)))
        .allSatisfy(shown -> assertThat(shown).doesNotContain("bad"));
  }

  private static Defined flights(int approvals) {
    return Defined.product(FLIGHTS)
        .onAnyInput()
        .approvals(approvals, "owners")
        .dataset(FLIGHTS, d -> d.notBad(), "landing.files");
  }

  private Release held(int approvals) {
    world.apply(flights(approvals));
    world.commit("landing.files", "bad");
    return heldByItsCheck(world.latest(FLIGHTS));
  }

  /** By its judges: what only the swap stops says something else. */
  private Release heldByItsCheck(Release release) {
    Release held = world.release(release.id());
    assertThat(held.state()).isEqualTo(ReleaseState.HELD);
    assertThat(held.reason().orElseThrow()).contains("expected nothing bad");
    return held;
  }

  @Test
  void sendingItOnHasItJudgedAgainAndHeldAgain() {
    Release held = held(0);
    world.engine.approvals.promote(held.id(), "ana");
    assertThat(world.release(held.id()).state()).isEqualTo(ReleaseState.CHECKING);
    world.wake(FLIGHTS);
    heldByItsCheck(held);
  }

  @Test
  void whatIsHeldCannotBeApproved() {
    Release held = held(1);
    assertThatThrownBy(() -> world.engine.approvals.approve(held.id(), Optional.empty(), "ana"))
        .isInstanceOf(HeadgateException.class)
        .hasMessageContaining("cannot be approved: it is HELD");
  }

  @Test
  void whatIsBeingJudgedCannotBeApproved() {
    Release held = held(1);
    world.engine.approvals.promote(held.id(), "ana");
    assertThatThrownBy(() -> world.engine.approvals.approve(held.id(), held.digest(), "ana"))
        .isInstanceOf(HeadgateException.class)
        .hasMessageContaining("cannot be approved: it is CHECKING");
    world.wake(FLIGHTS);
    heldByItsCheck(held);
  }

  @Test
  void anApprovalThatIsThereBeforeTheVerdictIsNotEnough() {
    Release held = held(1);
    world.store.transact(
        tx -> {
          tx.releases()
              .addApproval(
                  new Approval(
                      held.id(), held.digest().orElseThrow(), "ana", world.clock.instant()));
          return held;
        });
    world.engine.approvals.promote(held.id(), "ana");
    world.wake(FLIGHTS);
    heldByItsCheck(held);
  }

  /** It was held, and what followed it was promoted twice, so that there is a way back. */
  private Release superseded() {
    Release held = held(0);
    world.commit("landing.files", "june");
    world.commit("landing.files", "july");
    assertThat(world.main(FLIGHTS)).contains("flights[july]");
    Release superseded = world.release(held.id());
    assertThat(superseded.state()).isEqualTo(ReleaseState.SUPERSEDED);
    return superseded;
  }

  @Test
  void whatWasHeldAndSupersededCannotBeRolledBackTo() {
    Release superseded = superseded();
    int before = world.releases(FLIGHTS).size();
    assertThatThrownBy(
            () ->
                world.engine.rollbacks.open(
                    ProductName.parse(FLIGHTS), Optional.of(superseded.id()), "please", "ana"))
        .isInstanceOf(HeadgateException.class)
        .hasMessageContaining("release 1 is no promoted release of " + FLIGHTS);
    assertThat(world.releases(FLIGHTS)).hasSize(before);
    assertThat(world.rollback(FLIGHTS).state()).isEqualTo(ReleaseState.PROMOTED);
    assertThat(world.main(FLIGHTS)).contains("flights[june]");
  }

  /** The state is of a time when it was good; the verdict that is quoted is not. */
  @Test
  void aRollbackThatQuotesAFailedVerdictIsHeld() {
    superseded();
    Release june = world.releases(FLIGHTS).get(1);
    Verdict passed = world.verdict(june.id());
    world.store.transact(
        tx -> {
          tx.releases().addVerdict(failed(passed));
          return passed;
        });
    Release rollback = world.rollback(FLIGHTS);
    assertThat(rollback.state()).isEqualTo(ReleaseState.HELD);
    assertThat(rollback.reason().orElseThrow()).contains("quoted from release " + june.id());
    assertThat(world.main(FLIGHTS)).contains("flights[july]");
  }

  private static Verdict failed(Verdict passed) {
    Finding once = passed.results().get(0);
    Finding failed =
        new Finding(
            once.dataset(),
            once.rule(),
            once.severity(),
            Finding.Outcome.FAILED,
            once.origin(),
            once.measured(),
            once.message(),
            once.evidence(),
            once.waiver(),
            once.sample());
    return new Verdict(
        passed.release(),
        passed.digest(),
        passed.evidence(),
        List.of(failed),
        passed.at(),
        passed.validUntil());
  }

  @Test
  void newerBadDataDoesNotSupersedeItIntoMain() {
    Release held = held(0);
    world.commit("landing.files", "bad again");
    assertThat(world.latest(FLIGHTS).id()).isNotEqualTo(held.id());
    heldByItsCheck(world.latest(FLIGHTS));
    heldByItsCheck(held);
  }

  @Test
  void aRetryIsJudgedAgain() {
    Release held = held(0);
    world.engine.interventions.cancel(held.id(), "look again", "ana");
    world.engine.requests.retry(held.id(), "ana");
    world.wake(FLIGHTS);
    assertThat(world.latest(FLIGHTS).id()).isNotEqualTo(held.id());
    heldByItsCheck(world.latest(FLIGHTS));
  }

  @Test
  void aRestartInTheMiddleJudgesAgain() {
    Release held = held(0);
    world.engine.approvals.promote(held.id(), "ana");
    assertThat(world.release(held.id()).state()).isEqualTo(ReleaseState.CHECKING);
    world.restart();
    world.settle();
    heldByItsCheck(held);
  }

  @Test
  void whereverTheEngineIsKilledItIsHeldByItsCheck() {
    Death never = new Death(Integer.MAX_VALUE);
    tell(never);
    assertThat(never.points()).isGreaterThan(50);
    for (int point = 1; point <= never.points(); point++) {
      world = new World(logs);
      tell(new Death(point));
      nothingBadWasEverInMain();
    }
  }

  /** Good data, bad data, and someone who wants it in main; the dead are started again. */
  private void tell(Death death) {
    world.restartOn(death.on(world.store), death.on(world.lake));
    step(() -> applyOnce(flights(1)));
    step(() -> world.commit("landing.files", "june"));
    step(() -> world.engine.approvals.approve(1, Optional.empty(), "ben"));
    step(() -> world.commit("landing.files", "bad"));
    step(() -> world.engine.approvals.promote(2, "ana"));
    step(() -> world.engine.approvals.approve(2, Optional.empty(), "ben"));
    step(() -> world.wake(FLIGHTS));
    heldByItsCheck(world.release(2));
    assertThat(world.main(FLIGHTS)).contains("flights[june]");
  }

  private void applyOnce(Defined product) {
    if (world.store.transact(tx -> tx.definitions().revision()) == 0) {
      world.apply(product);
    }
  }

  /** Does it until nobody dies of it; what is refused, is. */
  private void step(Runnable step) {
    boolean done = false;
    while (!done) {
      try {
        step.run();
        world.later(Duration.ofMinutes(2));
        done = true;
      } catch (HeadgateException refused) {
        assertThat(refused.code()).isEqualTo(ErrorCode.WRONG_STATE);
        done = true;
      } catch (Death.Killed e) {
        nothingBadWasEverInMain();
        world.restart();
      }
    }
  }

  @Test
  void whatIsForcedIntoPromotingWithoutAPassingVerdictIsHeldByTheSwap() {
    Release held = held(0);
    world.store.transact(
        tx -> {
          tx.releases().update(forced(held, ReleaseState.PROMOTING));
          return held;
        });
    world.wake(FLIGHTS);
    Release refused = world.release(held.id());
    assertThat(refused.state()).isEqualTo(ReleaseState.HELD);
    assertThat(refused.reason().orElseThrow()).contains("there is no passing verdict");
  }

  @Test
  void anOpenReleaseIsJudgedToo() {
    world.apply(
        Defined.product(FLIGHTS)
            .dataset(FLIGHTS, d -> d.notBad().job(new Job("open", Map.of(), Map.of()))));
    var opened = world.engine.requests.open(ProductName.parse(FLIGHTS), "ana");
    world.lake.write(
        opened.release().warehouse(),
        opened.access().token(),
        DatasetName.parse(FLIGHTS),
        "bad by hand");
    world.engine.interventions.close(opened.release().id(), "ana");
    world.wake(FLIGHTS);
    heldByItsCheck(opened.release());
  }

  @Test
  void aDatasetCannotBeDroppedPastItsChecks() {
    world.apply(
        Defined.product(FLIGHTS)
            .dataset(FLIGHTS, d -> d.notBad().job(new Job("open", Map.of(), Map.of()))));
    DatasetName flights = DatasetName.parse(FLIGHTS);
    var opened = world.engine.requests.open(ProductName.parse(FLIGHTS), "ana");
    world.lake.drop(opened.release().warehouse(), flights);
    world.engine.interventions.close(opened.release().id(), "ana");
    world.wake(FLIGHTS);
    Release release = world.release(opened.release().id());
    assertThat(release.state()).isEqualTo(ReleaseState.HELD);
    assertThat(release.blockedBy())
        .singleElement()
        .asString()
        .contains("the release drops " + FLIGHTS);
  }

  private static Release forced(Release release, ReleaseState state) {
    return new Release(
        release.id(),
        release.revision() + 1,
        release.product(),
        release.kind(),
        state,
        Optional.empty(),
        List.of(),
        release.fingerprint(),
        release.baseInstant(),
        release.digest(),
        release.lakeVersion(),
        release.startedBecause(),
        release.datasets(),
        release.inputs(),
        release.parameters(),
        release.definitionDigest(),
        release.submission(),
        release.restores(),
        release.requestedBy(),
        release.createdAt(),
        release.endedAt());
  }
}
