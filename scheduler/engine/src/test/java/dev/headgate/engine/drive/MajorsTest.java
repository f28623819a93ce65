package dev.headgate.engine.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headgate.engine.Engine.Accepted;
import dev.headgate.engine.Plan.Finding;
import dev.headgate.engine.fake.Defined;
import dev.headgate.model.decision.Decision;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.ProductName;
import dev.headgate.model.release.Release;
import dev.headgate.model.release.ReleaseState;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A release is started only on majors of its inputs that it accepts. */
class MajorsTest {
  private static final String LEFT =
      "analytics.daily reads operations.flights@1, and its contract is at 2.0.0: once that is"
          + " promoted it is not built any more, even where its owners accept it; expected the"
          + " input operations.flights@1-2";

  @TempDir Path logs;
  private World world;

  @BeforeEach
  void start() {
    world = new World(logs);
  }

  private static Defined flights(String version) {
    return Defined.product("operations.flights")
        .onAnyInput()
        .dataset("operations.flights", d -> d.contract(version, "delay"), "landing.files");
  }

  private static Defined delays(String majors) {
    return Defined.product("analytics.delays")
        .onAnyInput()
        .dataset(
            "analytics.daily", d -> d.accepts("operations.flights", majors), "operations.flights");
  }

  private List<String> blockers() {
    Decision decision = world.engine.answers.why(ProductName.parse("analytics.delays")).decision();
    return ((Decision.Wait) decision).blockedBy();
  }

  @Test
  void anAcceptedMajorIsBuiltOn() {
    world.apply(flights("2.1.0"), delays("1-2"));
    world.commit("landing.files", "june");
    assertThat(world.main("analytics.daily")).contains("daily[flights[june]]");
  }

  @Test
  void anotherMajorIsNotAndItSaysSo() {
    world.apply(flights("3.0.0"), delays("1-2"));
    world.commit("landing.files", "june");
    assertThat(world.releases("analytics.delays")).isEmpty();
    assertThat(blockers())
        .containsExactly(
            "analytics.daily reads operations.flights@1-2, but version 3.0.0 of its contract is"
                + " promoted");
    world.apply(flights("3.0.0"), delays("3"));
    assertThat(world.main("analytics.daily")).contains("daily[flights[june]]");
  }

  @Test
  void norIsAnInputWithoutAContract() {
    world.apply(
        Defined.product("operations.flights")
            .onAnyInput()
            .dataset("operations.flights", "landing.files"),
        delays("1"));
    world.commit("landing.files", "june");
    assertThat(world.releases("analytics.delays")).isEmpty();
    assertThat(blockers())
        .containsExactly(
            "analytics.daily reads operations.flights@1, but it was promoted without a contract");
  }

  @Test
  void aNewMajorIsHeldUntilEachConsumerAcceptsIt() {
    Defined reader =
        Defined.product("analytics.delays").dataset("analytics.daily", "operations.flights");
    world.apply(flights("1.0.0"), reader);
    world.commit("landing.files", "june");
    assertThat(world.main("operations.flights")).contains("flights[june]");
    Defined next =
        Defined.product("operations.flights")
            .onAnyInput()
            .dataset("operations.flights", d -> d.contract("2.0.0", "minutes"), "landing.files");
    world.apply(next, reader);
    world.commit("landing.files", "july");
    Release held = world.latest("operations.flights");
    assertThat(held.state()).isEqualTo(ReleaseState.HELD);
    assertThat(held.blockedBy())
        .singleElement()
        .asString()
        .contains("analytics.delays reads operations.flights for analytics.daily")
        .contains("headgate contract accept operations.flights@2 --for analytics.delays");

    DatasetName dataset = DatasetName.parse("operations.flights");
    ProductName consumer = ProductName.parse("analytics.delays");
    assertThatThrownBy(() -> world.engine.acceptances.accept(dataset, 2, consumer, "cleo"))
        .hasMessage(
            "cleo may not accept for analytics.delays: an owner of analytics (ana, ben) may");
    ProductName stranger = ProductName.parse("operations.flights");
    assertThatThrownBy(() -> world.engine.acceptances.accept(dataset, 2, stranger, "otto"))
        .hasMessage(
            "operations.flights does not read operations.flights: expected one of"
                + " analytics.delays");
    Accepted accepted = world.engine.acceptances.accept(dataset, 2, consumer, "ben");
    assertThat(accepted.judgedAgain()).hasSize(1);
    assertThat(accepted.notes()).isEmpty();
    world.wake("operations.flights");
    assertThat(world.main("operations.flights")).contains("flights[july]");
  }

  @Test
  void whoAcceptsAMajorThatItsInputLeavesOutIsToldSo() {
    world.apply(flights("1.0.0"), delays("1"));
    world.commit("landing.files", "june");
    Defined next =
        Defined.product("operations.flights")
            .onAnyInput()
            .dataset("operations.flights", d -> d.contract("2.0.0", "minutes"), "landing.files");
    assertThat(leftMajors(next, delays("1"))).containsExactly(LEFT);
    assertThat(leftMajors(next, delays("1-2"))).isEmpty();
    assertThat(leftMajors(next, delays("3"))).isEmpty();

    world.apply(next, delays("1"));
    world.commit("landing.files", "july");
    DatasetName dataset = DatasetName.parse("operations.flights");
    ProductName consumer = ProductName.parse("analytics.delays");
    assertThat(world.engine.acceptances.accept(dataset, 2, consumer, "ben").notes())
        .containsExactly(LEFT);
    world.wake("operations.flights");
    assertThat(world.main("operations.flights")).contains("flights[july]");
    assertThat(blockers()).singleElement().asString().contains("version 2.0.0");
    world.apply(next, delays("1-2"));
    assertThat(world.main("analytics.daily")).contains("daily[flights[july]]");
  }

  private List<String> leftMajors(Defined... products) {
    return world.engine.planner.plan(Defined.all(products)).findings().stream()
        .filter(finding -> finding.rule().equals("left-major"))
        .map(Finding::message)
        .toList();
  }

  @Test
  void aVersionThatIsTooLowForItsChangesIsHeld() {
    world.apply(flights("1.0.0"));
    world.commit("landing.files", "june");
    world.apply(
        Defined.product("operations.flights")
            .onAnyInput()
            .dataset("operations.flights", d -> d.contract("1.0.1", "minutes"), "landing.files"));
    world.commit("landing.files", "july");
    Release held = world.latest("operations.flights");
    assertThat(held.state()).isEqualTo(ReleaseState.HELD);
    assertThat(held.blockedBy().get(0)).contains("version 1.0.1 is too low").contains("2.0.0");
  }
}
