package dev.headgate.engine.drive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headgate.engine.Plan.Change;
import dev.headgate.engine.fake.Defined;
import dev.headgate.model.check.CheckSpec;
import dev.headgate.model.check.CheckSpec.Origin;
import dev.headgate.model.check.CheckSpec.Severity;
import dev.headgate.model.product.Definitions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What consumers come to expect is told to whoever makes the dataset, with their name. */
class ExpectationPlanTest {
  private static final String ORDERS = "eyes.orders";
  private static final CheckSpec NONE_LEFT = nulls(Severity.ERROR, 0);

  @TempDir Path logs;
  private World world;

  @BeforeEach
  void given() {
    world = new World(logs);
  }

  private static CheckSpec nulls(Severity severity, int most) {
    return new CheckSpec(
        "nullValues(state)",
        "nullValues",
        Map.of("column", "state", "mustBeLessOrEqualTo", most),
        severity,
        new Origin(Origin.Kind.EXPECTATION, "shop.totals"));
  }

  private static Definitions all(String majors, CheckSpec... expected) {
    return Defined.all(
        Defined.product(ORDERS).dataset(ORDERS, d -> d.contract("2.0.0", "id", "state")),
        Defined.product("shop.totals")
            .dataset(
                "shop.totals",
                d -> {
                  List.of(expected).forEach(rule -> d.expects(ORDERS, rule));
                  d.accepts(ORDERS, majors);
                },
                ORDERS));
  }

  private List<String> details(String dataset, Definitions before, Definitions after) {
    world.engine.applier.apply(0, before, "ana");
    return world.engine.planner.plan(after).changes().stream()
        .filter(change -> change.subject().equals("dataset " + dataset))
        .map(Change::details)
        .findFirst()
        .orElse(List.of());
  }

  @Test
  void aNewOneNamesTheConsumerAndWhatItAsks() {
    assertThat(details(ORDERS, all("2"), all("2", NONE_LEFT)))
        .containsExactly(
            "shop.totals now expects 'nullValues(state)' of it for shop.totals: error,"
                + " nullValues(state), mustBeLessOrEqualTo: 0");
  }

  @Test
  void whereItReadsAnotherMajorItIsSaidThatItIsNotAsked() {
    assertThat(details(ORDERS, all("1"), all("1", NONE_LEFT)))
        .singleElement()
        .asString()
        .endsWith(
            "mustBeLessOrEqualTo: 0 (not asked: shop.totals reads eyes.orders@1 for shop.totals,"
                + " and this is version 2.0.0)");
  }

  @Test
  void oneThatGoesIsToldToo() {
    assertThat(details(ORDERS, all("2", NONE_LEFT), all("2")))
        .containsExactly("shop.totals no longer expects 'nullValues(state)' of it for shop.totals");
  }

  @Test
  void oneThatAsksSomethingElseIsToldWithBoth() {
    assertThat(details(ORDERS, all("2", NONE_LEFT), all("2", nulls(Severity.WARNING, 5))))
        .containsExactly(
            "shop.totals expects 'nullValues(state)' of it for shop.totals differently: error,"
                + " nullValues(state), mustBeLessOrEqualTo: 0 → warning, nullValues(state),"
                + " mustBeLessOrEqualTo: 5");
  }

  @Test
  void aConsumerThatGoesExpectsNothingAnyMore() {
    Definitions alone =
        Defined.all(
            Defined.product(ORDERS).dataset(ORDERS, d -> d.contract("2.0.0", "id", "state")));
    assertThat(details(ORDERS, all("2", NONE_LEFT), alone)).hasSize(1);
  }

  @Test
  void theConsumerSeesItAtItsOwnDataset() {
    assertThat(details("shop.totals", all("2"), all("2", NONE_LEFT)))
        .containsExactly("expectation 'nullValues(state)' of eyes.orders added");
  }

  @Test
  void whatIsExpectedAsBeforeIsNoChange() {
    assertThat(details(ORDERS, all("2", NONE_LEFT), all("1-2", NONE_LEFT))).isEmpty();
  }
}
