package dev.headgate.engine.drive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headgate.engine.ProductState;
import dev.headgate.engine.fake.Defined;
import dev.headgate.model.decision.Decision;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.ProductName;
import dev.headgate.model.release.Release;
import dev.headgate.model.release.ReleaseState;
import dev.headgate.spi.JobRequest;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way through: what arrives is built, judged, approved, promoted, and followed. */
class FlowTest {
  private static final ProductName DELAYS = ProductName.parse("analytics.delays");

  @TempDir Path logs;
  private World world;

  @BeforeEach
  void given() {
    world = new World(logs);
  }

  private static Defined flights() {
    return Defined.product("operations.flights")
        .onAnyInput()
        .dataset("operations.flights", d -> d.notBad(), "landing.files");
  }

  private static Defined delays() {
    return Defined.product("analytics.delays")
        .onAnyInput()
        .dataset("analytics.daily", d -> d.notBad(), "operations.flights")
        .dataset("analytics.scorecard", "analytics.daily", "landing.airports");
  }

  @Test
  void whatArrivesGoesThroughToWhoReadsIt() {
    world.lake.commit(DatasetName.parse("landing.airports"), "ORD");
    world.apply(flights(), delays());
    assertThat(world.releases("operations.flights")).isEmpty();

    world.commit("landing.files", "june");

    assertThat(world.main("operations.flights")).contains("flights[june]");
    assertThat(world.main("analytics.daily")).contains("daily[flights[june]]");
    assertThat(world.main("analytics.scorecard")).contains("scorecard[daily[flights[june]], ORD]");
    Release release = world.latest("analytics.delays");
    assertThat(release.state()).isEqualTo(ReleaseState.PROMOTED);
    assertThat(release.lakeVersion()).contains(2L);
    assertThat(release.startedBecause()).containsExactly("never built before");
    assertThat(world.engine.answers.state(DELAYS)).isEqualTo(ProductState.UP_TO_DATE);
    assertThat(world.lake.openBranches()).isEmpty();
    assertThat(world.store.undelivered()).isZero();
  }

  @Test
  void onlyWhatIsStaleIsBuiltAndItSaysWhy() {
    world.lake.commit(DatasetName.parse("landing.airports"), "ORD");
    world.apply(flights(), delays());
    world.commit("landing.files", "june");

    world.commit("landing.airports", "ORD LAX");
    Release second = world.latest("analytics.delays");
    assertThat(second.datasets()).containsOnlyKeys(DatasetName.parse("analytics.scorecard"));
    assertThat(second.startedBecause())
        .containsExactly("the source dataset landing.airports changed since release 2");

    world.commit("landing.files", "july");
    Release third = world.latest("analytics.delays");
    assertThat(third.datasets()).hasSize(2);
    assertThat(third.startedBecause())
        .containsExactly(
            "operations.flights was promoted (version-4) since release " + second.id());
    assertThat(world.main("analytics.scorecard"))
        .contains("scorecard[daily[flights[july]], ORD LAX]");
  }

  @Test
  void whatIsHeldChangesNothingDownstreamAndNewerDataSupersedesIt() {
    world.lake.commit(DatasetName.parse("landing.airports"), "ORD");
    world.apply(flights(), delays());
    world.commit("landing.files", "june");

    world.commit("landing.files", "bad july");
    Release held = world.latest("operations.flights");
    assertThat(held.state()).isEqualTo(ReleaseState.HELD);
    assertThat(held.blockedBy())
        .containsExactly(
            "check 'notBad' of operations.flights: expected nothing bad, found flights[bad july]");
    assertThat(world.main("operations.flights")).contains("flights[june]");
    assertThat(world.releases("analytics.delays")).hasSize(1);
    assertThat(world.engine.answers.state(ProductName.parse("operations.flights")))
        .isEqualTo(ProductState.HELD);
    assertThat(why("operations.flights").because().get(0))
        .isEqualTo(
            "release "
                + held.id()
                + " is held, judged at "
                + world.verdict(held.id()).at()
                + ": "
                + held.blockedBy().get(0));

    world.commit("landing.files", "july");
    assertThat(world.release(held.id()).state()).isEqualTo(ReleaseState.SUPERSEDED);
    assertThat(world.main("analytics.daily")).contains("daily[flights[july]]");
    assertThat(world.lake.openBranches()).isEmpty();
  }

  @Test
  void aWarningIsShownAndDoesNotHold() {
    world.apply(
        Defined.product("operations.flights")
            .onAnyInput()
            .dataset("operations.flights", d -> d.warnIfBad(), "landing.files"));
    world.commit("landing.files", "bad");
    Release release = world.latest("operations.flights");
    assertThat(release.state()).isEqualTo(ReleaseState.PROMOTED);
    assertThat(world.verdict(release.id()).results()).hasSize(1);
    assertThat(world.verdict(release.id()).results().get(0).outcome())
        .isEqualTo(dev.headgate.model.release.Finding.Outcome.FAILED);
  }

  @Test
  void nothingStartsTwiceForOneState() {
    world.apply(flights());
    world.plugins.jobs().failNext("flights", "out of disk", true);
    world.commit("landing.files", "june");
    assertThat(world.latest("operations.flights").state()).isEqualTo(ReleaseState.FAILED);

    for (int i = 0; i < 5; i++) {
      world.engine.lookAtAll();
      world.settle();
    }
    assertThat(world.releases("operations.flights")).hasSize(1);
    Decision decision = why("operations.flights");
    assertThat(decision).isInstanceOf(Decision.Wait.class);
    assertThat(((Decision.Wait) decision).blockedBy().get(0))
        .contains("release 1 for this same state failed")
        .contains("out of disk");
    assertThat(world.engine.answers.state(ProductName.parse("operations.flights")))
        .isEqualTo(ProductState.FAILED);

    Release retried = world.engine.requests.retry(1, "ben").release().orElseThrow();
    world.wake("operations.flights");
    assertThat(world.release(retried.id()).state()).isEqualTo(ReleaseState.PROMOTED);
  }

  @Test
  void everySnapshotSaysWhereItComesFrom() {
    world.lake.commit(DatasetName.parse("landing.airports"), "ORD");
    world.apply(flights(), delays());
    world.commit("landing.files", "june");
    List<JobRequest> requests = world.plugins.jobs().requests();
    JobRequest scorecard = requests.get(2);
    assertThat(scorecard.runId()).isEqualTo("2-scorecard");
    assertThat(scorecard.snapshotProperties())
        .containsEntry("headgate.release", "2")
        .containsEntry("headgate.run", "2-scorecard")
        .containsKeys("headgate.logic-digest", "headgate.definition");
    assertThat(scorecard.snapshotProperties().get("headgate.input-snapshots"))
        .matches("analytics.daily=\\d+,landing.airports=\\d+");
    assertThat(scorecard.catalog().warehouse()).isEqualTo("release-2");
    assertThat(scorecard.snapshotProperties()).doesNotContainKey("headgate.contract");
  }

  @Test
  void everySnapshotSaysWhichVersionOfTheContractItIsFor() {
    world.apply(
        Defined.product("operations.flights")
            .onAnyInput()
            .dataset("operations.flights", d -> d.contract("2.1.0", "delay"), "landing.files"));
    world.commit("landing.files", "june");
    assertThat(world.plugins.jobs().requests().get(0).snapshotProperties())
        .containsEntry("headgate.contract", "2.1.0");
  }

  private Decision why(String product) {
    return world.engine.answers.why(ProductName.parse(product)).decision();
  }
}
