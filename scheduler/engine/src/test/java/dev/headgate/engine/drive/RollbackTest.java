package dev.headgate.engine.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headgate.engine.ProductState;
import dev.headgate.engine.fake.Defined;
import dev.headgate.model.decision.Decision;
import dev.headgate.model.product.ProductName;
import dev.headgate.model.release.Release;
import dev.headgate.model.release.ReleaseKind;
import dev.headgate.model.release.ReleaseState;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Going back is a release like any other, and undoes what rests on what was wrong. */
class RollbackTest {
  private static final ProductName FLIGHTS = ProductName.parse("operations.flights");

  @TempDir Path logs;
  private World world;

  @BeforeEach
  void given() {
    world = new World(logs);
    world.apply(flights(), delays(1));
  }

  private static Defined flights() {
    return Defined.product("operations.flights")
        .onAnyInput()
        .dataset("operations.flights", d -> d.notBad(), "landing.files")
        .dataset("operations.routes", "operations.flights");
  }

  private static Defined delays(int approvals) {
    return Defined.product("analytics.delays")
        .onAnyInput()
        .approvals(approvals, "owners")
        .dataset("analytics.daily", "operations.flights");
  }

  private void promoted(String... contents) {
    for (String content : contents) {
      world.commit("landing.files", content);
    }
  }

  @Test
  void bringsAllTablesBackAndQuotesTheVerdict() {
    promoted("june", "july");
    Release target = world.releases("operations.flights").get(1);

    Release rollback = world.rollback("operations.flights");

    assertThat(rollback.state()).isEqualTo(ReleaseState.PROMOTED);
    assertThat(rollback.kind()).isEqualTo(ReleaseKind.ROLLBACK);
    assertThat(rollback.restores()).contains(target.id());
    assertThat(world.runs(rollback.id())).isEmpty();
    assertThat(world.main("operations.flights")).contains("flights[june]");
    assertThat(world.main("operations.routes")).contains("routes[flights[june]]");
    assertThat(world.verdict(rollback.id()).digest()).isEqualTo(rollback.digest().orElseThrow());
    assertThat(world.verdict(rollback.id()).results().get(0).message())
        .isEqualTo(
            "quoted from release " + target.id() + ": expected nothing bad, found flights[june]");
    assertThat(world.actions()).contains("release.rollback-started", "release.rolled-back");
  }

  @Test
  void theProductPausesUntilAnInputChangesThat() {
    promoted("june", "july");
    world.rollback("operations.flights");
    assertThat(world.engine.answers.state(FLIGHTS)).isEqualTo(ProductState.PAUSED);
    Decision why = world.engine.answers.why(FLIGHTS).decision();
    assertThat(((Decision.Wait) why).blockedBy().get(0))
        .contains("rolled back to release", "it was wrong");

    promoted("july corrected");

    assertThat(world.main("operations.flights")).contains("flights[july corrected]");
    assertThat(world.engine.answers.state(FLIGHTS)).isEqualTo(ProductState.UP_TO_DATE);
  }

  @Test
  void orUntilItsCodeOrAnOwnerDoes() {
    promoted("june", "july");
    world.rollback("operations.flights");
    world.engine.interventions.resume(FLIGHTS, "ana");
    world.wake("operations.flights");
    assertThat(world.main("operations.flights")).contains("flights[july]");

    world.rollback("operations.flights");
    world.apply(
        Defined.product("operations.flights")
            .onAnyInput()
            .dataset("operations.flights", d -> d.logic("v2").notBad(), "landing.files")
            .dataset("operations.routes", "operations.flights"),
        delays(1));
    assertThat(world.main("operations.flights")).contains("flightsv2[july]");
  }

  @Test
  void anOwnersRequestAlsoEndsThePause() {
    promoted("june", "july");
    world.rollback("operations.flights");
    world.build("operations.flights");
    assertThat(world.engine.answers.state(FLIGHTS)).isEqualTo(ProductState.UP_TO_DATE);
  }

  @Test
  void repeatedItGoesFurtherBack() {
    promoted("may", "june", "july");
    world.rollback("operations.flights");
    assertThat(world.main("operations.flights")).contains("flights[june]");
    world.rollback("operations.flights");
    assertThat(world.main("operations.flights")).contains("flights[may]");
    assertThatThrownBy(() -> world.rollback("operations.flights"))
        .hasMessageContaining("nothing was promoted before");
    promoted("august");
    world.rollback("operations.flights");
    assertThat(world.main("operations.flights")).contains("flights[may]");
  }

  @Test
  void onlyToWhatWasPromotedAndDoesNotShow() {
    promoted("june");
    long shown = world.latest("operations.flights").id();
    assertThatThrownBy(
            () -> world.engine.rollbacks.open(FLIGHTS, Optional.of(shown), "why not", "ana"))
        .hasMessageContaining("it is what shows");
    assertThatThrownBy(
            () -> world.engine.rollbacks.open(FLIGHTS, Optional.of(99L), "why not", "ana"))
        .hasMessageContaining("release 99 is no promoted release of operations.flights");
  }

  @Test
  void liveReleasesThatRestOnItAreVoidedAndBuiltAnew() {
    promoted("june");
    Release onJune = world.latest("analytics.delays");
    world.approve(onJune.id(), "ben");
    promoted("july");
    Release onJuly = world.latest("analytics.delays");
    assertThat(onJuly.state()).isEqualTo(ReleaseState.AWAITING_APPROVAL);

    Release rollback = world.rollback("operations.flights");

    Release voided = world.release(onJuly.id());
    assertThat(voided.state()).isEqualTo(ReleaseState.SUPERSEDED);
    assertThat(voided.reason().orElseThrow())
        .contains("taken back", "release " + rollback.id(), "operations.flights");
    assertThat(world.engine.answers.state(ProductName.parse("analytics.delays")))
        .isEqualTo(ProductState.UP_TO_DATE);
  }

  @Test
  void liveReleasesFromBeforeStay() {
    promoted("june");
    Release onJune = world.latest("analytics.delays");
    world.engine.interventions.pause(ProductName.parse("analytics.delays"), "look first", "ana");
    promoted("july");
    world.rollback("operations.flights");
    assertThat(world.release(onJune.id()).state()).isEqualTo(ReleaseState.AWAITING_APPROVAL);
  }

  @Test
  void itNeedsItsApprovalsAndNothingStartsBesideIt() {
    promoted("june");
    world.approve(world.latest("analytics.delays").id(), "ben");
    promoted("july");
    world.approve(world.latest("analytics.delays").id(), "ben");
    Release rollback = world.rollback("analytics.delays");
    assertThat(rollback.state()).isEqualTo(ReleaseState.AWAITING_APPROVAL);

    promoted("august");
    List<Release> all = world.releases("analytics.delays");
    assertThat(all.get(0).id()).isEqualTo(rollback.id());
    assertThat(
            ((Decision.Wait)
                    world.engine.answers.why(ProductName.parse("analytics.delays")).decision())
                .blockedBy())
        .containsExactly("release " + rollback.id() + ", a rollback, is awaiting approval");

    world.approve(rollback.id(), "cleo");
    assertThat(world.main("analytics.daily")).contains("daily[flights[june]]");
  }
}
