package dev.headgate.engine.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headgate.engine.Engine;
import dev.headgate.engine.Plan;
import dev.headgate.engine.Plan.Finding;
import dev.headgate.engine.Plan.Severity;
import dev.headgate.engine.PlanRefusedException;
import dev.headgate.engine.contract.ContractChange;
import dev.headgate.engine.contract.Level;
import dev.headgate.engine.fake.Defined;
import dev.headgate.engine.glossary.Words;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Definitions;
import dev.headgate.model.product.Places;
import dev.headgate.model.product.Places.Kind;
import dev.headgate.model.product.ProductName;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plan says what becomes of the promises that were made. */
class ContractPlanTest {
  private static final Defined READER =
      Defined.product("analytics.delays").dataset("analytics.daily", "operations.flights");

  @TempDir Path logs;
  private World world;

  @BeforeEach
  void given() {
    world = new World(logs);
  }

  private static Defined flights(Consumer<Defined.Table> contract) {
    return Defined.product("operations.flights")
        .onAnyInput()
        .dataset("operations.flights", contract, "landing.files");
  }

  private static Definitions version(String version, String... columns) {
    return Defined.all(flights(d -> d.contract(version, columns)), READER);
  }

  private void promoted() {
    world.apply(flights(d -> d.contract("1.0.0", "delay", "origin")), READER);
    world.commit("landing.files", "june");
    assertThat(world.main("operations.flights")).contains("flights[june]");
  }

  private static List<String> lines(Plan plan, Severity severity) {
    return plan.findings().stream()
        .filter(f -> f.severity() == severity)
        .map(Finding::line)
        .toList();
  }

  @Test
  void aVersionThatIsTooLowIsSaidWhereItIs() {
    promoted();
    Places.Builder places = new Places.Builder();
    places.add(
        Kind.VERSION,
        DatasetName.parse("operations.flights"),
        "",
        new Places.Place("operations/flights.odcs.yaml", 4, 10));
    Plan plan = world.engine.planner.plan(Words.placed(version("1.0.0", "delay"), places.build()));
    assertThat(lines(plan, Severity.ERROR))
        .singleElement()
        .asString()
        .startsWith(
            "operations/flights.odcs.yaml:4:10: the contract of operations.flights: version ");
  }

  @Test
  void aMajorThatAContractHasNotComeToIsAWarningAtTheInput() {
    Places.Builder places = new Places.Builder();
    places.add(
        Kind.INPUT,
        DatasetName.parse("analytics.daily"),
        "operations.flights",
        new Places.Place("analytics/pipeline.yaml", 4, 14));
    assertThat(lines(plan("7", places.build()), Severity.WARNING))
        .containsExactly(
            "analytics/pipeline.yaml:4:14: analytics.daily reads operations.flights@7, and its"
                + " contract is at 1.2.0: it is not built before there is such a major");
    assertThat(lines(plan("2-3", Places.NONE), Severity.WARNING)).hasSize(1);
    assertThat(plan("1", Places.NONE).findings()).isEmpty();
    assertThat(plan("1-7", Places.NONE).findings()).isEmpty();
  }

  private Plan plan(String majors, Places places) {
    Defined reader =
        Defined.product("analytics.delays")
            .dataset(
                "analytics.daily",
                d -> d.accepts("operations.flights", majors),
                "operations.flights");
    Definitions all = Defined.all(flights(d -> d.contract("1.2.0", "delay")), reader);
    return world.engine.planner.plan(Words.placed(all, places));
  }

  @Test
  void whatWasNeverPromotedWasNeverPromised() {
    world.apply(flights(d -> d.contract("1.0.0", "delay")), READER);
    Plan plan = world.engine.planner.plan(version("1.0.0", "other"));
    assertThat(plan.contracts()).isEmpty();
    assertThat(plan.findings()).isEmpty();
  }

  @Test
  void eachChangeIsClassedAndAMajorNamesWhoWaits() {
    promoted();
    Plan plan = world.engine.planner.plan(version("2.0.0", "origin"));
    Plan.ContractStep step = plan.contracts().get(0);
    assertThat(step.diff().level()).contains(Level.MAJOR);
    assertThat(step.diff().changes())
        .extracting(ContractChange::path)
        .containsExactly("operations.flights.delay");
    assertThat(step.impacts())
        .singleElement()
        .satisfies(
            impact -> {
              assertThat(impact.consumer()).isEqualTo(ProductName.parse("analytics.delays"));
              assertThat(impact.accepted()).isFalse();
              assertThat(impact.columns()).containsExactly("delay");
            });
    assertThat(lines(plan, Severity.ERROR)).isEmpty();
    assertThat(lines(plan, Severity.WARNING))
        .singleElement()
        .asString()
        .startsWith(
            "dataset operations.flights: analytics.delays reads operations.flights for"
                + " analytics.daily and has not accepted major 2")
        .endsWith("releases wait until its owners accept");
  }

  @Test
  void whoAcceptedIsNotWarned() {
    promoted();
    world.apply(flights(d -> d.contract("2.0.0", "origin")), READER);
    world.engine.acceptances.accept(
        DatasetName.parse("operations.flights"), 2, ProductName.parse("analytics.delays"), "ana");
    assertThat(world.engine.planner.plan(version("2.0.0", "origin")).findings()).isEmpty();
    assertThat(lines(world.engine.planner.plan(version("2.0.0", "delay")), Severity.WARNING))
        .singleElement()
        .asString()
        .contains(
            "has not accepted major 2 as it is now (it accepted it before it was changed): column"
                + " 'origin' is dropped");
  }

  @Test
  void aVersionThatIsTooLowIsNotApplied() {
    promoted();
    Definitions low = version("1.1.0", "origin");
    try (Engine engine =
        new HeadgateEngine(
            new Parts(world.store, world.lake, world.plugins, world.clock, world.config))) {
      assertThat(lines(engine.plan(low), Severity.ERROR))
          .singleElement()
          .asString()
          .contains("version 1.1.0 is too low: after 1.0.0 expected at least 2.0.0");
      assertThatThrownBy(() -> engine.apply(1, low, "ana"))
          .isInstanceOf(PlanRefusedException.class)
          .hasMessageContaining("expected at least 2.0.0");
    }
    assertThat(world.store.<Long>transact(tx -> tx.definitions().revision())).isEqualTo(1);
  }

  @Test
  void aVersionThatIsTooLowIsSaidOnceForAllThatWerePromoted() {
    promoted();
    world.apply(flights(d -> d.contract("1.1.0", "delay", "origin", "carrier")), READER);
    world.commit("landing.files", "july");
    assertThat(world.main("operations.flights")).contains("flights[july]");
    assertThat(lines(world.engine.planner.plan(version("1.2.0", "origin")), Severity.ERROR))
        .singleElement()
        .asString()
        .contains("version 1.2.0 is too low: after 1.1.0 expected at least 2.0.0");
  }

  @Test
  void takingTheContractAwayWarnsWhoReads() {
    promoted();
    Plan plan = world.engine.planner.plan(Defined.all(flights(d -> {}), READER));
    assertThat(lines(plan, Severity.WARNING))
        .singleElement()
        .asString()
        .contains("which has no contract any more");
  }

  @Test
  void theSameContractIsNoStep() {
    promoted();
    assertThat(world.engine.planner.plan(version("1.0.0", "delay", "origin")).contracts())
        .isEmpty();
  }
}
