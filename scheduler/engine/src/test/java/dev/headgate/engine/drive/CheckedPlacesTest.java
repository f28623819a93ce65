package dev.headgate.engine.drive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headgate.engine.fake.Defined;
import dev.headgate.engine.glossary.Words;
import dev.headgate.model.check.CheckSpec;
import dev.headgate.model.check.CheckSpec.Origin;
import dev.headgate.model.check.CheckSpec.Severity;
import dev.headgate.model.lake.TableDescription;
import dev.headgate.model.lake.TableDescription.Field;
import dev.headgate.model.policy.PolicyRule;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Definitions;
import dev.headgate.model.product.Places;
import dev.headgate.model.product.Places.Kind;
import dev.headgate.model.product.Places.Place;
import dev.headgate.model.product.ProductName;
import dev.headgate.model.release.Finding;
import dev.headgate.spi.QueryException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is judged by definitions that were just read is said where it is written. */
class CheckedPlacesTest {
  private static final DatasetName FLIGHTS = DatasetName.parse("operations.flights");
  private static final DatasetName DAILY = DatasetName.parse("analytics.daily");
  private static final DatasetName HOURLY = DatasetName.parse("analytics.hourly");
  private static final String CONTRACT = "operations/flights.odcs.yaml";
  private static final String PIPELINE = "operations/pipeline.yaml";
  private static final String READERS = "analytics/pipeline.yaml";

  private static final CheckSpec ROWS =
      new CheckSpec("rows", "asks", Map.of("query", "rows"), Severity.ERROR);

  @TempDir Path logs;
  private World world;

  @BeforeEach
  void given() {
    world = new World(logs);
    world.plugins.queriesBy((view, sql, maxRows, timeout) -> null);
    world.apply(flights(d -> d.contract("1.0.0", "delay", "origin").rule(ROWS)), readers());
    world.commit("landing.files", "june");
    assertThat(world.main("operations.flights")).contains("flights[june]");
  }

  private static Defined flights(Consumer<Defined.Table> more) {
    return Defined.product("operations.flights")
        .onAnyInput()
        .dataset("operations.flights", more, "landing.files");
  }

  /** Two datasets of one product that call what they expect the same, and mean other things. */
  private static Defined readers() {
    return Defined.product("analytics.delays")
        .dataset("analytics.daily", d -> d.expects(FLIGHTS.toString(), expected(6)), "landing.day")
        .dataset(
            "analytics.hourly", d -> d.expects(FLIGHTS.toString(), expected(7)), "landing.day");
  }

  private static CheckSpec expected(int rows) {
    return new CheckSpec(
        "enough",
        "asks",
        Map.of("mustBe", rows),
        Severity.ERROR,
        new Origin(Origin.Kind.EXPECTATION, "analytics.delays"));
  }

  private static Definitions placed(Definitions plain) {
    Places.Builder places = new Places.Builder();
    places.add(Kind.DATASET, FLIGHTS, "", new Place(PIPELINE, 3, 3));
    places.add(Kind.CHECK, FLIGHTS, "rows", new Place(PIPELINE, 8, 9));
    places.add(Kind.VERSION, FLIGHTS, "", new Place(CONTRACT, 4, 10));
    places.add(Kind.CONTRACT, FLIGHTS, "", new Place(CONTRACT, 7, 11));
    places.add(Kind.COLUMN, FLIGHTS, "delay", new Place(CONTRACT, 9, 15));
    places.add(Kind.COLUMN, FLIGHTS, "origin", new Place(CONTRACT, 11, 15));
    places.addExpectation(DAILY, FLIGHTS, "enough", new Place(READERS, 7, 13));
    places.addExpectation(HOURLY, FLIGHTS, "enough", new Place(READERS, 15, 13));
    places.addPolicy("owned", new Place("own.policy.yaml", 2, 9));
    return Words.placed(plain, places.build());
  }

  private static Definitions withPolicies(Definitions plain) {
    return new Definitions(
        plain.domains(),
        plain.products(),
        Map.of(),
        List.of(policy("owned", "own.policy.yaml"), policy("of-the-site", "policies/p.yaml")),
        Map.of(),
        plain.bundle());
  }

  private static PolicyRule policy(String id, String file) {
    return new PolicyRule(
        id, PolicyRule.Scope.PRODUCT, Severity.ERROR, "none", "false", "m", file, 5);
  }

  private List<String> places(Optional<Definitions> by, String view) throws Exception {
    return world
        .engine
        .checking
        .check(by, Optional.of(ProductName.parse("operations.flights")), view)
        .get(0)
        .findings()
        .stream()
        .map(CheckedPlacesTest::line)
        .toList();
  }

  private static String line(Finding finding) {
    return finding.rule()
        + " "
        + finding
            .place()
            .map(p -> p.file() + ":" + p.line() + ":" + p.column())
            .orElse("somewhere");
  }

  private void described(Field... fields) {
    world.lake.described(
        "main",
        FLIGHTS,
        new TableDescription(
            Arrays.asList(fields),
            List.of(),
            OptionalLong.empty(),
            Optional.empty(),
            OptionalLong.empty(),
            Map.of(),
            OptionalLong.empty(),
            Optional.empty()));
  }

  private static Field field(String name, String type) {
    return new Field(name, type, false, List.of());
  }

  @Test
  void rulesExpectationsAndPolicies() throws Exception {
    Definitions same =
        withPolicies(
            Defined.all(
                flights(d -> d.contract("1.0.0", "delay", "origin").rule(ROWS)), readers()));
    List<String> expected =
        List.of(
            "rows operations/pipeline.yaml:8:9",
            "enough analytics/pipeline.yaml:7:13",
            "enough analytics/pipeline.yaml:15:13",
            "owned own.policy.yaml:2:9",
            "of-the-site somewhere");
    assertThat(places(Optional.of(placed(same)), "main")).isEqualTo(expected);
    assertThat(places(Optional.of(placed(same)), "definitions")).isEqualTo(expected.subList(3, 5));
    assertThat(places(Optional.of(same), "main")).allMatch(p -> p.endsWith(" somewhere"));
  }

  @Test
  void aWaivedRuleIsWhereItWas() throws Exception {
    world.plugins.queriesBy(
        (view, sql, maxRows, timeout) -> {
          throw new QueryException("there is no column x", "no column", true, null);
        });
    world.engine.waivers.waive(
        "rows",
        FLIGHTS.toString(),
        "it is repaired",
        world.clock.instant().plus(Duration.ofDays(9)),
        "ana");
    Definitions same =
        Defined.all(flights(d -> d.contract("1.0.0", "delay", "origin").rule(ROWS)), readers());
    List<Finding> findings =
        world
            .engine
            .checking
            .check(Optional.of(placed(same)), Optional.of(ProductName.parse(FLIGHTS + "")), "main")
            .get(0)
            .findings();
    assertThat(findings.get(0).outcome()).isEqualTo(Finding.Outcome.WAIVED);
    assertThat(findings.get(0).place()).contains(new Place(PIPELINE, 8, 9));
  }

  @Test
  void aSchemaIsAtTheColumnElseAtTheContract() throws Exception {
    Definitions same =
        placed(Defined.all(flights(d -> d.contract("1.0.0", "delay", "origin")), readers()));
    described(field("delay", "long"), field("origin", "long"));
    assertThat(places(Optional.of(same), "main"))
        .contains("schema operations/flights.odcs.yaml:7:11");

    described(field("delay", "string"), field("tail", "string"));
    assertThat(places(Optional.of(same), "main").subList(0, 3))
        .containsExactly(
            "schema operations/flights.odcs.yaml:9:15",
            "schema operations/flights.odcs.yaml:11:15",
            "schema operations/flights.odcs.yaml:7:11");
  }

  @Test
  void versionsAndWhoHasNotAcceptedThemAreAtTheVersion() throws Exception {
    Defined reader =
        Defined.product("analytics.delays").dataset("analytics.daily", FLIGHTS.toString());
    Definitions tooLow = Defined.all(flights(d -> d.contract("1.0.0", "delay")), reader);
    assertThat(places(Optional.of(placed(tooLow)), "main"))
        .containsExactly(
            "contract-version operations/flights.odcs.yaml:4:10",
            "major-accepted operations/flights.odcs.yaml:4:10");
  }

  @Test
  void aContractThatIsTakenAwayIsMissedAtTheDataset() throws Exception {
    Defined reader =
        Defined.product("analytics.delays").dataset("analytics.daily", FLIGHTS.toString());
    Definitions without = Defined.all(flights(d -> d.rule(ROWS)), reader);
    assertThat(places(Optional.of(placed(without)), "main"))
        .contains("contract-removed operations/pipeline.yaml:3:3");
  }
}
