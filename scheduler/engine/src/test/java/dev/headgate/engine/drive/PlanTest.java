package dev.headgate.engine.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headgate.engine.Plan;
import dev.headgate.engine.Plan.Change;
import dev.headgate.engine.Plan.Kind;
import dev.headgate.engine.fake.Defined;
import dev.headgate.model.ErrorCode;
import dev.headgate.model.HeadgateException;
import dev.headgate.model.check.CheckSpec;
import dev.headgate.model.check.CheckSpec.Origin;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Product.ParameterType;
import dev.headgate.model.product.ProductName;
import dev.headgate.model.release.Release;
import dev.headgate.model.release.ReleaseState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What applying would change is said before, and is what it then does. */
class PlanTest {
  @TempDir Path logs;
  private World world;

  @BeforeEach
  void given() {
    world = new World(logs);
    world.lake.commit(DatasetName.parse("landing.files"), "june");
  }

  private static Defined flights(String logic) {
    return Defined.product("operations.flights")
        .onAnyInput()
        .dataset("operations.flights", d -> d.logic(logic), "landing.files");
  }

  private static Defined delays() {
    return Defined.product("analytics.delays")
        .onAnyInput()
        .dataset("analytics.daily", "operations.flights");
  }

  private static Defined scores() {
    return Defined.product("analytics.scores")
        .onAnyInput()
        .dataset("analytics.scorecard", "analytics.daily");
  }

  @Test
  void saysWhatIsNewAndChangesNothing() {
    Plan plan = world.engine.planner.plan(Defined.all(flights("v1"), delays()));
    assertThat(plan.changes())
        .extracting(Change::subject)
        .containsExactly(
            "domain analytics",
            "domain operations",
            "product analytics.delays",
            "product operations.flights",
            "dataset analytics.daily",
            "dataset operations.flights");
    assertThat(plan.changes()).allMatch(change -> change.kind() == Kind.ADDED);
    assertThat(plan.rebuilds()).hasSize(1);
    assertThat(plan.rebuilds().get(0).because())
        .containsExactly(
            "never built before",
            "builds operations.flights",
            "analytics.delays follows: it reads operations.flights");
    assertThat(plan.notes().get(0))
        .contains("analytics.delays is not built yet", "operations.flights does not exist yet");
    assertThat(world.store.<Long>transact(tx -> tx.definitions().revision())).isZero();
    assertThat(world.lake.gated()).isEmpty();
  }

  @Test
  void saysWhatChangedAndWhoFollows() {
    world.apply(flights("v1"), delays(), scores());
    Plan plan = world.engine.planner.plan(Defined.all(flights("v2"), delays(), scores()));
    assertThat(plan.changes())
        .contains(
            new Change(
                Kind.CHANGED, "dataset operations.flights", List.of("job's settings changed")));
    assertThat(plan.rebuilds()).hasSize(1);
    assertThat(plan.rebuilds().get(0).because())
        .containsExactly(
            "the job's settings of flights changed",
            "builds operations.flights",
            "analytics.delays follows: it reads operations.flights",
            "analytics.scores follows: it reads analytics.daily");
    assertThat(plan.notes()).isEmpty();
  }

  @Test
  void whatIsPromotedIsNotSaidToBeUnbuilt() {
    world.lake.commit(DatasetName.parse("landing.files"), "june");
    world.apply(onRequest("v1"));
    Release first = world.build("operations.flights");
    assertThat(world.release(first.id()).state()).isEqualTo(ReleaseState.PROMOTED);

    assertThat(world.engine.planner.plan(Defined.all(onRequest("v2"))).notes())
        .containsExactly(
            "operations.flights stays as release "
                + first.id()
                + " promoted it, and is not built at once (the job's settings of flights changed):"
                + " it starts only on request: headgate build operations.flights");
  }

  private static Defined onRequest(String logic) {
    return Defined.product("operations.flights")
        .dataset("operations.flights", d -> d.logic(logic), "landing.files");
  }

  @Test
  void settingsAreWrittenAsInTheFiles() {
    world.apply(flights("v1"));
    Defined other =
        Defined.product("operations.flights")
            .onCron("0 6 * * *")
            .parameter("day", ParameterType.DATE, true)
            .parameter("carrier", ParameterType.STRING, false)
            .dataset("operations.flights", d -> d.logic("v1"), "landing.files");
    assertThat(world.engine.planner.plan(Defined.all(other)).changes())
        .singleElement()
        .satisfies(
            change ->
                assertThat(change.details())
                    .containsExactly(
                        "trigger: [{inputs: any}] → [{cron: \"0 6 * * *\", zone: Z}]",
                        "parameters: {} → {carrier: string, day: {optional: true, type: date}}"));
  }

  @Test
  void detailsOfADatasetAreSpelledOut() {
    world.apply(flights("v1"));
    Plan plan =
        world.engine.planner.plan(
            Defined.all(
                Defined.product("operations.flights")
                    .onAnyInput()
                    .approvals(2, "owners")
                    .dataset(
                        "operations.flights",
                        d -> d.logic("v1").attempts(3).timeout(Duration.ofMinutes(5)).notBad(),
                        "landing.files")));
    assertThat(plan.changes())
        .containsExactly(
            new Change(
                Kind.CHANGED,
                "product operations.flights",
                List.of("approvals needed: 0 → 2", "approvals from: [] → [owners]")),
            new Change(
                Kind.CHANGED,
                "dataset operations.flights",
                List.of("check notBad added", "attempts: 1 → 3", "timeout: PT1H → PT5M")));
    assertThat(plan.rebuilds()).as("what is there stays good").isEmpty();
  }

  /** The label of a contract names its file and version; both may change, and no rule does. */
  @Test
  void ofAnotherVersionOfAContractOnlyThatIsSaid() {
    world.apply(promised("1.0.0", "flights.odcs.yaml 1.0.0", 10L, Origin.Kind.CONTRACT));
    assertThat(changes(promised("1.0.1", "new/flights.odcs.yaml 1.0.1", 10L, Origin.Kind.CONTRACT)))
        .containsExactly("contract: operations.flights 1.0.0 → operations.flights 1.0.1");
    assertThat(changes(promised("1.0.0", "flights.odcs.yaml 1.0.0", 20L, Origin.Kind.CONTRACT)))
        .containsExactly("check rowCount changed");
    assertThat(changes(promised("1.0.0", "", 10L, Origin.Kind.PIPELINE)))
        .containsExactly("check rowCount changed");
  }

  private List<String> changes(Defined next) {
    return world.engine.planner.plan(Defined.all(next)).changes().stream()
        .filter(change -> change.subject().equals("dataset operations.flights"))
        .flatMap(change -> change.details().stream())
        .toList();
  }

  private static Defined promised(String version, String label, long rows, Origin.Kind by) {
    CheckSpec rule =
        new CheckSpec(
            "rowCount",
            "rowCount",
            Map.of("mustBeGreaterThan", rows),
            CheckSpec.Severity.ERROR,
            new Origin(by, label));
    return Defined.product("operations.flights")
        .dataset("operations.flights", d -> d.contract(version, "delay").rule(rule));
  }

  @Test
  void whatLeavesAndWasNeverPromotedOnlyKeepsItsName() {
    world.apply(flights("v1"), delays().approvals(1));
    assertThat(world.main("analytics.daily")).isEmpty();

    assertThat(world.engine.planner.plan(Defined.all(flights("v1"))).notes())
        .contains(
            "analytics.daily is no longer made by analytics.delays; main has no such table, and its"
                + " name stays gated until an owner lets it go");
  }

  @Test
  void whatLeavesStaysGated() {
    world.apply(flights("v1"), delays());
    Plan plan = world.engine.planner.plan(Defined.all(flights("v1")));
    assertThat(plan.changes())
        .contains(new Change(Kind.REMOVED, "dataset analytics.daily", List.of()));
    assertThat(plan.notes().get(0))
        .isEqualTo(
            "analytics.daily is no longer made by analytics.delays and stays gated, as it is now,"
                + " until an owner lets it go");
    world.apply(flights("v1"));
    assertThat(world.lake.gated()).contains(DatasetName.parse("analytics.daily"));
    assertThatThrownBy(() -> world.commit("analytics.daily", "by hand"))
        .hasMessageContaining("was made by the product analytics.delays")
        .hasMessageContaining("apply a product that makes it")
        .hasMessageNotContaining("headgate build");

    world.apply(flights("v2"));
    assertThatThrownBy(() -> world.commit("analytics.daily", "by hand"))
        .hasMessageContaining("was made by the product analytics.delays");
    world.apply(flights("v2"), delays());
    assertThatThrownBy(() -> world.commit("analytics.daily", "by hand"))
        .hasMessageContaining("headgate build analytics.delays");
  }

  @Test
  void aPlanAgainstAnOlderRevisionIsNotApplied() {
    world.apply(flights("v1"));
    assertThatThrownBy(() -> world.engine.applier.apply(0, Defined.all(flights("v2")), "ben"))
        .isInstanceOf(HeadgateException.class)
        .hasMessageContaining("plan again")
        .extracting(e -> ((HeadgateException) e).code())
        .isEqualTo(ErrorCode.WRONG_STATE);
  }

  @Test
  void whatHoldsAlreadyMakesNoRevision() {
    world.apply(flights("v1"));
    assertThat(world.engine.applier.apply(1, Defined.all(flights("v1")), "ben")).isEqualTo(1);
    assertThat(world.actions().stream().filter("definitions.applied"::equals)).hasSize(1);
  }

  @Test
  void releasesOfChangedProductsEndAndAreDecidedAnew() {
    world.apply(flights("v1").approvals(1, "owners"));
    Release first = world.latest("operations.flights");
    Plan plan = world.engine.planner.plan(Defined.all(flights("v2").approvals(1, "owners")));
    assertThat(plan.rebuilds()).hasSize(1);
    assertThat(plan.notes().get(0)).contains("release " + first.id(), "ends");
    world.apply(flights("v2").approvals(1, "owners"));
    assertThat(world.release(first.id()).state()).isEqualTo(ReleaseState.SUPERSEDED);
    assertThat(world.latest("operations.flights").state())
        .isEqualTo(ReleaseState.AWAITING_APPROVAL);
    assertThat(world.lake.openBranches()).hasSize(1);
  }

  @Test
  void whatSomeoneAskedForIsForeseenToStartAgain() {
    Defined asked = Defined.product("operations.flights").approvals(1, "owners");
    world.apply(asked.dataset("operations.flights", d -> d.logic("v1"), "landing.files"));
    Release first = world.build("operations.flights");
    Defined changed = Defined.product("operations.flights").approvals(1, "owners");
    changed.dataset("operations.flights", d -> d.logic("v2"), "landing.files");

    Plan plan = world.engine.planner.plan(Defined.all(changed));

    assertThat(plan.notes())
        .singleElement()
        .asString()
        .contains("release " + first.id(), "ends", "what ana asked for is asked for again");
    assertThat(plan.rebuilds())
        .singleElement()
        .extracting(Plan.Rebuild::product)
        .hasToString("operations.flights");
    world.apply(changed);
    assertThat(world.latest("operations.flights").id()).isGreaterThan(first.id());
    assertThat(world.engine.planner.plan(Defined.all()).notes())
        .noneMatch(note -> note.contains("asked for again"));
  }

  @Test
  void releasesOfRemovedProductsAreCancelled() {
    world.apply(flights("v1").approvals(1, "owners"));
    Release first = world.latest("operations.flights");
    world.apply();
    assertThat(world.release(first.id()).state()).isEqualTo(ReleaseState.CANCELLED);
    assertThat(world.lake.openBranches()).isEmpty();
    assertThatThrownBy(() -> world.engine.answers.state(ProductName.parse("operations.flights")))
        .hasMessageContaining("there is no product operations.flights");
  }
}
