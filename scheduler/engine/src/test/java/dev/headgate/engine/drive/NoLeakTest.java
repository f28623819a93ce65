package dev.headgate.engine.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headgate.engine.fake.Defined;
import dev.headgate.model.HeadgateException;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.ProductName;
import dev.headgate.model.release.Approval;
import dev.headgate.model.release.Release;
import dev.headgate.model.release.ReleaseState;
import java.nio.file.Path;
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
  void nothingBadIsInMain() {
    assertThat(world.main(FLIGHTS).orElse("")).doesNotContain("bad");
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
    Release held = world.latest(FLIGHTS);
    assertThat(held.state()).isEqualTo(ReleaseState.HELD);
    return held;
  }

  @Test
  void sendingItOnHasItJudgedAgainAndHeldAgain() {
    Release held = held(0);
    world.engine.approvals.promote(held.id(), "ana");
    world.wake(FLIGHTS);
    assertThat(world.release(held.id()).state()).isEqualTo(ReleaseState.HELD);
  }

  @Test
  void whatIsHeldCannotBeApproved() {
    Release held = held(1);
    assertThatThrownBy(() -> world.engine.approvals.approve(held.id(), Optional.empty(), "ana"))
        .isInstanceOf(HeadgateException.class)
        .hasMessageContaining("it is HELD");
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
    assertThat(world.release(held.id()).state()).isEqualTo(ReleaseState.HELD);
  }

  @Test
  void itCannotBeRolledBackTo() {
    Release held = held(0);
    assertThatThrownBy(
            () ->
                world.engine.rollbacks.open(
                    ProductName.parse(FLIGHTS), Optional.of(held.id()), "please", "ana"))
        .isInstanceOf(HeadgateException.class);
  }

  @Test
  void newerBadDataDoesNotSupersedeItIntoMain() {
    held(0);
    world.commit("landing.files", "bad again");
    assertThat(world.releases(FLIGHTS)).noneMatch(r -> r.state() == ReleaseState.PROMOTED);
  }

  @Test
  void aRestartInTheMiddleJudgesAgain() {
    Release held = held(0);
    world.engine.approvals.promote(held.id(), "ana"); // now it is CHECKING
    world.restart();
    world.settle();
    assertThat(world.release(held.id()).state()).isEqualTo(ReleaseState.HELD);
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
    assertThat(world.release(held.id()).state()).isEqualTo(ReleaseState.HELD);
  }

  @Test
  void anOpenReleaseIsJudgedToo() {
    world.apply(
        Defined.product(FLIGHTS)
            .dataset(
                FLIGHTS,
                d ->
                    d.notBad()
                        .job(new dev.headgate.model.product.Job("open", Map.of(), Map.of()))));
    var opened = world.engine.requests.open(ProductName.parse(FLIGHTS), "ana");
    world.lake.write(
        opened.release().warehouse(),
        opened.access().token(),
        dev.headgate.model.product.DatasetName.parse(FLIGHTS),
        "bad by hand");
    world.engine.interventions.close(opened.release().id(), "ana");
    world.wake(FLIGHTS);
    assertThat(world.release(opened.release().id()).state()).isEqualTo(ReleaseState.HELD);
  }

  @Test
  void aDatasetCannotBeDroppedPastItsChecks() {
    world.apply(
        Defined.product(FLIGHTS)
            .dataset(
                FLIGHTS,
                d ->
                    d.notBad()
                        .job(new dev.headgate.model.product.Job("open", Map.of(), Map.of()))));
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
