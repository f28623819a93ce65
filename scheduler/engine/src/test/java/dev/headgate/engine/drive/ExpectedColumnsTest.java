package dev.headgate.engine.drive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headgate.engine.Plan;
import dev.headgate.engine.Plan.Finding;
import dev.headgate.engine.fake.Defined;
import dev.headgate.engine.fake.FakeSql;
import dev.headgate.engine.glossary.Words;
import dev.headgate.engine.sql.SqlFindings;
import dev.headgate.model.check.CheckSpec;
import dev.headgate.model.check.CheckSpec.Origin;
import dev.headgate.model.check.CheckSpec.Severity;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Definitions;
import dev.headgate.model.product.Places;
import dev.headgate.model.product.ProductName;
import dev.headgate.model.release.Finding.Outcome;
import dev.headgate.model.release.Release;
import dev.headgate.model.release.ReleaseState;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A producer may drop what a consumer expects something of: it is held, not refused. */
class ExpectedColumnsTest {
  private static final String ORDERS = "eyes.orders";
  private static final String RULE = "nullValues(state)";

  @TempDir Path logs;
  private World world;

  @BeforeEach
  void given() {
    world = new World(logs);
  }

  private static Defined orders(String version, String... columns) {
    return Defined.product(ORDERS)
        .onAnyInput()
        .dataset(ORDERS, d -> d.contract(version, columns), "landing.files");
  }

  private static CheckSpec expected(String type, Map<String, Object> settings) {
    return new CheckSpec(
        RULE, type, settings, Severity.ERROR, new Origin(Origin.Kind.EXPECTATION, "shop.totals"));
  }

  private static Defined totals(String majors, CheckSpec rule) {
    return Defined.product("shop.totals")
        .dataset(
            "shop.totals",
            d -> {
              d.expects(ORDERS, rule);
              if (!majors.isEmpty()) {
                d.accepts(ORDERS, majors);
              }
            },
            ORDERS);
  }

  private static Defined totals(String majors) {
    return totals(majors, expected("notBad", Map.of("column", "state")));
  }

  /** Its producer has moved on from what the consumer expects. */
  private Definitions next(String majors) {
    Places.Builder places = new Places.Builder();
    places.addExpectation(
        DatasetName.parse("shop.totals"),
        DatasetName.parse(ORDERS),
        RULE,
        new Places.Place("shop/pipeline.yaml", 8, 13));
    Definitions next = Defined.all(orders("2.0.0", "id", "status"), totals(majors));
    return Words.placed(next, places.build());
  }

  private Plan plan(String majors) {
    return world.engine.planner.plan(next(majors));
  }

  private static List<String> lines(Plan plan) {
    return plan.findings().stream()
        .filter(f -> f.rule().equals("expectation-column"))
        .map(f -> f.severity() + " " + f.line())
        .toList();
  }

  @Test
  void aColumnThatIsGoneIsAWarningAtTheExpectation() {
    world.apply(orders("1.0.0", "id", "state"), totals(""));
    assertThat(lines(plan("")))
        .containsExactly(
            "WARNING shop/pipeline.yaml:8:13: shop.totals expects 'nullValues(state)' of eyes.orders, but"
                + " the contract eyes.orders.odcs.yaml 2.0.0 of eyes.orders, which eyes.orders"
                + " makes, has no column 'state': the expectation fails on each candidate, which"
                + " holds it");
    assertThat(lines(plan("1-2"))).hasSize(1);
  }

  @Test
  void aColumnThatWasNeverThereIsAnError() {
    assertThat(lines(plan("")))
        .singleElement()
        .asString()
        .startsWith("ERROR shop/pipeline.yaml:8:13: shop.totals expects 'nullValues(state)'");
  }

  @Test
  void butNotWhereTheConsumerReadsOtherMajors() {
    world.apply(orders("1.0.0", "id", "state"), totals("1"));
    world.commit("landing.files", "june");
    Plan plan = plan("1");
    assertThat(lines(plan)).isEmpty();
    assertThat(plan.findings())
        .extracting(Finding::rule)
        .containsExactly("major-accepted", "left-major");
    assertThat(plan.contracts().get(0).impacts())
        .singleElement()
        .satisfies(impact -> assertThat(impact.columns()).contains("state"));
  }

  @Test
  void sqlOfAnExpectationIsNoErrorWhereTheDatasetMovedOn() {
    world.plugins.queriesBy(new FakeSql(world.lake));
    CheckSpec sql = expected("sql", Map.of("query", "SELECT state FROM {object}"));
    Definitions before = Defined.all(orders("1.0.0", "id", "state"), totals("1-2", sql));
    String mistake =
        " the SQL of the rule 'nullValues(state)' (expectation shop.totals) is not valid: there is"
            + " no column state";
    assertThat(findings(before, "1-2", sql)).containsExactly("WARNING" + mistake);
    assertThat(findings(Definitions.EMPTY, "1-2", sql)).containsExactly("ERROR" + mistake);
    assertThat(findings(before, "1", sql)).isEmpty();
  }

  private List<String> findings(Definitions before, String majors, CheckSpec sql) {
    Definitions next = Defined.all(orders("2.0.0", "id", "status"), totals(majors, sql));
    return new SqlFindings(world.engine.ledger, world.lake, world.plugins, world.config)
        .of(before, next).stream().map(f -> f.severity() + " " + f.message()).toList();
  }

  @Test
  void whatIsExpectedOfAnotherMajorIsSkippedAndAskedOnceItIsRead() {
    world.apply(orders("2.0.0", "id", "status").approvals(1, "owners"), totals("1"));
    world.commit("landing.files", "bad");
    Release waiting = world.latest(ORDERS);
    assertThat(waiting.state()).isEqualTo(ReleaseState.AWAITING_APPROVAL);
    assertThat(results(waiting))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.outcome()).isEqualTo(Outcome.SKIPPED);
              assertThat(finding.message())
                  .isEqualTo(
                      "not asked: shop.totals reads eyes.orders@1 for shop.totals, and this is"
                          + " version 2.0.0");
            });

    world.apply(orders("2.0.0", "id", "status").approvals(1, "owners"), totals("1-2"));
    Release held = world.release(waiting.id());
    assertThat(held.state()).isEqualTo(ReleaseState.HELD);
    assertThat(held.digest()).isNotEqualTo(waiting.digest());
    assertThat(results(held)).extracting(f -> f.outcome()).containsExactly(Outcome.FAILED);
  }

  private List<dev.headgate.model.release.Finding> results(Release release) {
    return world.store.transact(tx -> tx.releases().verdict(release.id()).orElseThrow().results());
  }

  @Test
  void theFlowOfANewMajorGoesThrough() {
    world.apply(orders("1.0.0", "id", "state"), totals("1"));
    world.commit("landing.files", "june");
    world.apply(orders("2.0.0", "id", "status"), totals("1"));
    world.commit("landing.files", "bad july");
    Release held = world.latest(ORDERS);
    assertThat(held.state()).isEqualTo(ReleaseState.HELD);
    assertThat(held.blockedBy()).singleElement().asString().contains("has not accepted major 2");
    world.engine.acceptances.accept(
        DatasetName.parse(ORDERS), 2, ProductName.parse("shop.totals"), "ana");
    world.wake(ORDERS);
    assertThat(world.main(ORDERS)).contains("orders[bad july]");
  }
}
