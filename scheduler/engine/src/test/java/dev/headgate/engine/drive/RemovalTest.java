package dev.headgate.engine.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headgate.engine.Plan.Finding;
import dev.headgate.engine.fake.Defined;
import dev.headgate.model.HeadgateException;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.ProductName;
import dev.headgate.model.release.Release;
import dev.headgate.model.release.ReleaseState;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who takes a promoted contract away waits for its readers, as with any major change. */
class RemovalTest {
  private static final String FLIGHTS = "operations.flights";
  private static final ProductName DELAYS = ProductName.parse("analytics.delays");
  private static final Defined READER =
      Defined.product("analytics.delays").dataset("analytics.daily", FLIGHTS);

  @TempDir Path logs;
  private World world;

  @BeforeEach
  void promoted() {
    world = new World(logs);
    world.apply(both(RemovalTest::promised), READER);
    world.commit("landing.files", "june");
    world.commit("landing.crews", "june");
    assertThat(world.main(FLIGHTS)).contains("flights[june]");
    assertThat(world.main("operations.crews")).contains("crews[june]");
  }

  private static void promised(Defined.Table table) {
    table.contract("1.0.0", "delay");
  }

  private static void bare(Defined.Table table) {
    assertThat(table).isNotNull();
  }

  private static Defined both(Consumer<Defined.Table> flights) {
    return Defined.product("operations.flights")
        .onAnyInput()
        .dataset(FLIGHTS, flights, "landing.files")
        .dataset("operations.crews", "landing.crews");
  }

  private static Defined crews() {
    return Defined.product("operations.flights")
        .onAnyInput()
        .dataset("operations.crews", "landing.crews");
  }

  private static Defined moved(Consumer<Defined.Table> flights) {
    return Defined.product("operations.movements")
        .onAnyInput()
        .dataset(FLIGHTS, flights, "landing.files");
  }

  private Release held(String product, String... sentences) {
    Release held = world.latest(product);
    assertThat(held.state()).isEqualTo(ReleaseState.HELD);
    assertThat(held.blockedBy()).singleElement().asString().contains(sentences);
    return held;
  }

  private void accept() {
    assertThat(
            world
                .engine
                .acceptances
                .accept(DatasetName.parse(FLIGHTS), 2, DELAYS, "ana")
                .judgedAgain())
        .hasSize(1);
  }

  private List<String> warnings(Defined... after) {
    return world.engine.planner.plan(Defined.all(after)).findings().stream()
        .map(Finding::line)
        .toList();
  }

  @Test
  void aContractThatIsTakenAwayIsHeldUntilItsReadersAccept() {
    world.apply(both(RemovalTest::bare), READER);
    world.commit("landing.files", "july");
    held(
        FLIGHTS,
        "'contract-removed'",
        "analytics.delays reads operations.flights for analytics.daily, which has no contract any"
            + " more: operations.flights.odcs.yaml 1.0.0 is gone",
        "headgate contract accept operations.flights@2 --for analytics.delays");
    accept();
    world.wake(FLIGHTS);
    assertThat(world.main(FLIGHTS)).contains("flights[july]");
    world.commit("landing.files", "august");
    assertThat(world.main(FLIGHTS)).contains("flights[august]");
  }

  @Test
  void whatNobodyReadsMayGo() {
    world.apply(both(RemovalTest::bare));
    world.commit("landing.files", "july");
    assertThat(world.main(FLIGHTS)).contains("flights[july]");
  }

  @Test
  void soIsAReleaseThatDoesNotBuildTheDataset() {
    world.apply(both(RemovalTest::bare), READER);
    world.commit("landing.crews", "july");
    assertThat(held(FLIGHTS, "which has no contract any more").datasets())
        .containsOnlyKeys(DatasetName.parse("operations.crews"));
  }

  @Test
  void noHigherMajorComesInWithAnotherDataset() {
    world.apply(both(d -> d.contract("2.0.0", "minutes")), READER);
    world.commit("landing.crews", "july");
    held(FLIGHTS, "has not accepted major 2");
  }

  @Test
  void aDatasetThatIsTakenOutHoldsItsProduct() {
    world.apply(crews(), READER);
    world.commit("landing.crews", "july");
    held(
        FLIGHTS,
        "which no product makes any more: operations.flights.odcs.yaml 1.0.0 is gone",
        "headgate contract accept operations.flights@2 --for analytics.delays");
    accept();
    world.wake(FLIGHTS);
    assertThat(world.main("operations.crews")).contains("crews[july]");
    assertThatThrownBy(this::accept)
        .isInstanceOf(HeadgateException.class)
        .hasMessage("no product makes operations.flights");
  }

  @Test
  void aDatasetThatMovesTakesItsPromiseAlong() {
    world.apply(crews(), moved(RemovalTest::bare), READER);
    world.commit("landing.files", "july");
    held("operations.movements", "which has no contract any more");
    accept();
    world.wake("operations.movements");
    assertThat(world.main(FLIGHTS)).contains("flights[july]");
  }

  @Test
  void andItsVersions() {
    world.apply(crews(), moved(d -> d.contract("1.0.1", "minutes")), READER);
    world.commit("landing.files", "july");
    Release held = world.latest("operations.movements");
    assertThat(held.state()).isEqualTo(ReleaseState.HELD);
    assertThat(held.blockedBy().get(0)).contains("version 1.0.1 is too low: after 1.0.0");
  }

  @Test
  void whoMovesItAsItIsWaitsForNobody() {
    Defined strict =
        Defined.product("analytics.delays")
            .onAnyInput()
            .dataset("analytics.daily", d -> d.accepts(FLIGHTS, "1"), FLIGHTS);
    world.apply(crews(), moved(RemovalTest::promised), strict);
    assertThat(world.main("analytics.daily")).contains("daily[flights[june]]");
    world.commit("landing.crews", "july");
    world.commit("landing.files", "july");
    assertThat(world.main("operations.crews")).contains("crews[july]");
    assertThat(world.main("analytics.daily")).contains("daily[flights[july]]");
  }

  @Test
  void aRollbackDoesNotMakeItForgotten() {
    world.commit("landing.files", "july");
    world.apply(both(RemovalTest::bare), READER);
    world.rollback(FLIGHTS);
    assertThat(world.main(FLIGHTS)).contains("flights[june]");
    world.commit("landing.files", "august");
    held(FLIGHTS, "which has no contract any more");
  }

  @Test
  void aPlanSaysWhoIsHit() {
    String reader = "dataset operations.flights: analytics.delays reads operations.flights for";
    assertThat(warnings(both(RemovalTest::bare), READER))
        .singleElement()
        .asString()
        .startsWith(reader)
        .endsWith(
            "which has no contract any more: operations.flights.odcs.yaml 1.0.0 is gone; releases"
                + " wait until its owners accept operations.flights@2");
    assertThat(warnings(crews(), READER))
        .singleElement()
        .asString()
        .startsWith(reader)
        .contains("which no product makes any more");
    assertThat(warnings(crews(), moved(RemovalTest::bare), READER))
        .singleElement()
        .asString()
        .contains("which has no contract any more");
    assertThat(warnings(READER))
        .singleElement()
        .asString()
        .endsWith("which no product makes any more: operations.flights.odcs.yaml 1.0.0 is gone");
    assertThat(warnings(crews(), moved(RemovalTest::promised), READER)).isEmpty();
    assertThat(warnings(crews())).isEmpty();
    world.apply(both(RemovalTest::bare), READER);
    world.engine.acceptances.accept(DatasetName.parse(FLIGHTS), 2, DELAYS, "ana");
    assertThat(warnings(both(RemovalTest::bare), READER)).isEmpty();
  }
}
