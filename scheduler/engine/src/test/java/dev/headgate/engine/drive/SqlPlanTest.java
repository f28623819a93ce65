package dev.headgate.engine.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.headgate.engine.Plan.Finding;
import dev.headgate.engine.Plan.Severity;
import dev.headgate.engine.Subject;
import dev.headgate.engine.fake.Defined;
import dev.headgate.engine.fake.FakeSql;
import dev.headgate.engine.glossary.Words;
import dev.headgate.engine.sql.KnownSql;
import dev.headgate.engine.sql.KnownSql.FoundJoin;
import dev.headgate.model.check.CheckSpec;
import dev.headgate.model.lake.TableDescription;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Definitions;
import dev.headgate.model.product.Places;
import dev.headgate.model.product.Places.Place;
import dev.headgate.model.store.AnalysisStore.Join;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What SQL reads is compared with what is declared, before it holds. */
class SqlPlanTest {
  private static final DatasetName FLIGHTS = DatasetName.parse("operations.flights");
  private static final DatasetName AIRPORTS = DatasetName.parse("reference.airports");
  private static final DatasetName DAILY = DatasetName.parse("analytics.daily");

  @TempDir Path logs;
  private World world;
  private FakeSql sql;

  @BeforeEach
  void given() {
    world = new World(logs);
    sql = new FakeSql(world.lake);
    world.plugins.queriesBy(sql);
  }

  private static Defined daily(String text, String... inputs) {
    return Defined.product("analytics.delays")
        .dataset("analytics.daily", d -> d.sql("sql/daily.sql", text), inputs);
  }

  private static Defined flights(String version, String... columns) {
    return Defined.product("operations.flights")
        .dataset("operations.flights", d -> d.contract(version, columns));
  }

  private List<Finding> findings(Defined... products) {
    return world.engine.planner.findings(Defined.all(products));
  }

  private void onMain(DatasetName dataset, String... columns) {
    world.lake.bypass(dataset, "content");
    List<TableDescription.Field> fields =
        Arrays.stream(columns)
            .map(name -> new TableDescription.Field(name, "long", false, List.of()))
            .toList();
    world.lake.described(
        "main",
        dataset,
        new TableDescription(
            fields,
            List.of(),
            OptionalLong.empty(),
            Optional.empty(),
            OptionalLong.empty(),
            Map.of(),
            OptionalLong.empty(),
            Optional.empty()));
  }

  private static Finding error(String rule, Place place, String message) {
    return new Finding(
        Severity.ERROR, rule, Subject.of(DAILY), Optional.ofNullable(place), message);
  }

  private static Finding warning(String rule, String message) {
    return new Finding(Severity.WARNING, rule, Subject.of(DAILY), Optional.empty(), message);
  }

  @Test
  void whatIsReadAsDeclaredIsFine() {
    onMain(FLIGHTS, "delay");
    assertThat(findings(daily("SELECT delay FROM operations.flights", "operations.flights")))
        .isEmpty();
  }

  @Test
  void anInputThatIsNotDeclaredIsAnErrorWhereItIsNamed() {
    onMain(FLIGHTS, "delay");
    onMain(AIRPORTS, "iata");
    String text = "SELECT delay FROM operations.flights\n  JOIN reference.airports ON delay = iata";
    assertThat(findings(daily(text, "operations.flights")))
        .containsExactly(
            error(
                "undeclared-input",
                new Place("sql/daily.sql", 2, 8),
                "analytics.daily reads reference.airports, which is not among its inputs: declare"
                    + " it"));
  }

  @Test
  void alsoWhereNobodyKnowsIt() {
    assertThat(findings(daily("SELECT delay FROM landing.files")))
        .containsExactly(
            error(
                "undeclared-input",
                new Place("sql/daily.sql", 1, 19),
                "analytics.daily reads landing.files, which is not among its inputs: declare it"));
  }

  @Test
  void aDatasetMayReadItself() {
    onMain(DAILY, "delay");
    assertThat(findings(daily("SELECT delay FROM analytics.daily"))).isEmpty();
    assertThat(findings(daily("SELECT delay FROM analytics.daily", "analytics.daily"))).isEmpty();
  }

  @Test
  void anInputThatNoSqlReadsIsAWarning() {
    onMain(FLIGHTS, "delay");
    assertThat(
            findings(
                daily(
                    "SELECT delay FROM operations.flights",
                    "operations.flights",
                    "reference.airports")))
        .containsExactly(
            warning(
                "unused-input",
                "the input reference.airports of analytics.daily is read by none of its SQL and"
                    + " rules"));
  }

  @Test
  void notWhereARuleReadsIt() {
    onMain(FLIGHTS, "delay");
    onMain(AIRPORTS, "iata");
    Defined product =
        Defined.product("analytics.delays")
            .dataset(
                "analytics.daily",
                d ->
                    d.sql("daily.sql", "SELECT delay FROM operations.flights")
                        .sqlRule("known", "SELECT iata FROM reference.airports"),
                "operations.flights",
                "reference.airports");
    assertThat(findings(product)).isEmpty();
  }

  @Test
  void norWhereTheJobIsNoSql() {
    Defined product =
        Defined.product("analytics.delays")
            .dataset("analytics.daily", "operations.flights", "reference.airports");
    assertThat(findings(product)).isEmpty();
    assertThat(sql.analyzed()).isEmpty();
  }

  @Test
  void sqlThatDoesNotParseIsAnErrorWhereItIs() {
    assertThat(findings(daily("SELECTED delay", "operations.flights")))
        .containsExactly(
            error(
                "invalid-sql",
                new Place("sql/daily.sql", 1, 8),
                "the SQL of analytics.daily is not valid: syntax error"));
  }

  @Test
  void aColumnThatTheTableDoesNotHaveIsAnError() {
    onMain(FLIGHTS, "delay");
    assertThat(findings(daily("SELECT speed FROM operations.flights", "operations.flights")))
        .containsExactly(
            error(
                "invalid-sql",
                new Place("sql/daily.sql", 1, 8),
                "the SQL of analytics.daily is not valid: there is no column speed"));
  }

  @Test
  void ofATableThatIsToComeTheContractTells() {
    String text = "SELECT speed FROM operations.flights";
    assertThat(findings(daily(text, "operations.flights"), flights("1.0.0", "speed"))).isEmpty();
    assertThat(sql.analyzed()).as("known at once").hasSize(1);
    assertThat(findings(daily(text, "operations.flights"), flights("1.0.0", "delay")))
        .extracting(Finding::rule)
        .containsExactly("invalid-sql");
  }

  @Test
  void ofATableThatNobodyKnowsNothingIsSaid() {
    assertThat(findings(daily("SELECT speed FROM operations.flights", "operations.flights")))
        .isEmpty();
  }

  @Test
  void aContractMayBeAheadOfItsTable() {
    onMain(FLIGHTS, "delay");
    String text = "SELECT speed FROM operations.flights";
    assertThat(findings(daily(text, "operations.flights"), flights("1.1.0", "delay", "speed")))
        .isEmpty();
  }

  @Test
  void sqlOfRulesMustBeValidToo() {
    onMain(DAILY, "delay");
    Defined product =
        Defined.product("analytics.delays")
            .dataset(
                "analytics.daily",
                d ->
                    d.sqlRule("right", "SELECT delay FROM {object}")
                        .sqlRule("wrong", "SELECT speed FROM {object}")
                        .sqlRule("writes", "DROP TABLE {object}"));
    assertThat(findings(product))
        .containsExactly(
            error(
                "invalid-sql",
                null,
                "the SQL of the rule 'wrong' (pipeline) is not valid: there is no column speed"),
            error(
                "invalid-sql",
                null,
                "the SQL of the rule 'writes' (pipeline) is not valid: syntax error"));
  }

  @Test
  void theSqlOfARuleAnswersWithOneNumber() {
    Defined product =
        Defined.product("analytics.delays")
            .dataset(
                "analytics.daily",
                d ->
                    d.contract("1.0.0", "delay", "speed")
                        .sqlRule("one", "SELECT delay FROM {object}")
                        .sqlRule("two", "SELECT delay, speed FROM {object}"));
    for (int time = 0; time < 2; time++) {
      assertThat(findings(product))
          .containsExactly(
              error(
                  "invalid-sql",
                  null,
                  "the SQL of the rule 'two' (pipeline) is not valid: its result has 2 columns:"
                      + " expected one number or truth value"));
    }
  }

  /** A job may, and is told what that means. */
  @Test
  void aRuleReadsNoFiles() {
    Defined product =
        Defined.product("analytics.delays")
            .dataset(
                "analytics.daily",
                d ->
                    d.sql("sql/daily.sql", "SELECT a FROM csv.`x`")
                        .sqlRule("file", "SELECT a FROM csv.`x`"));
    assertThat(findings(product))
        .extracting(Finding::severity, Finding::rule, Finding::message)
        .containsExactlyInAnyOrder(
            tuple(
                Severity.WARNING,
                "foreign-input",
                "analytics.daily reads csv.`x`, which is no dataset of this lake: nothing is built"
                    + " anew when it changes"),
            tuple(
                Severity.ERROR,
                "invalid-sql",
                "the SQL of the rule 'file' (pipeline) is not valid: it reads csv.`x`, which is no"
                    + " dataset of this lake: expected datasets only"));
  }

  @Test
  void anInputThatARuleReadsIsUsed() {
    onMain(FLIGHTS, "delay", "origin");
    onMain(AIRPORTS, "iata");
    Map<String, Object> toAirports =
        Map.of(
            "columns",
            List.of("o"),
            "dataset",
            "reference.airports",
            "properties",
            List.of("iata"));
    CheckSpec rule =
        new CheckSpec(
            "known", "relationship", Map.of("arguments", toAirports), CheckSpec.Severity.ERROR);
    CheckSpec once =
        new CheckSpec(
            "once",
            "duplicateValues",
            Map.of("arguments", Map.of("properties", List.of("origin"))),
            CheckSpec.Severity.ERROR);
    Defined product =
        Defined.product("analytics.delays")
            .dataset(
                "analytics.daily",
                d ->
                    d.sql("sql/daily.sql", "SELECT delay FROM operations.flights")
                        .rule(rule)
                        .expects("operations.flights", once),
                "operations.flights",
                "reference.airports");
    assertThat(findings(product)).isEmpty();
    assertThat(used(Defined.all(product)))
        .containsExactly(Map.entry(DAILY, Set.of("delay", "origin")));
  }

  @Test
  void whereNothingCanBeAnalyzedThatIsSaid() {
    Defined product = daily("SELECT speed FROM operations.flights", "operations.flights");
    String unverified =
        "what the SQL of analytics.daily reads was not verified, and all columns of its inputs are"
            + " taken as used: ";
    sql.fail("it does not start");
    assertThat(findings(product))
        .containsExactly(unverified(unverified + "the query engine failed: it does not start"));
    world.plugins.queriesBy((view, text, maxRows, timeout) -> null);
    assertThat(findings(product))
        .containsExactly(unverified(unverified + "the query engine does not analyze SQL"));
    world.plugins.withoutQueries();
    assertThat(findings(product))
        .containsExactly(unverified(unverified + "no plugin brings a query engine"));
  }

  @Test
  void filesAreNamedByTheirPathsWhereTheseAreKnown() {
    onMain(FLIGHTS, "delay");
    Places.Builder places = new Places.Builder();
    Place input = new Place("analytics/pipeline.yaml", 5, 15);
    Place rule = new Place("analytics/pipeline.yaml", 8, 9);
    places.add(Places.Kind.QUERY, DAILY, "", new Place("analytics/sql/daily.sql", 1, 1));
    places.add(Places.Kind.INPUT, DAILY, "reference.airports", input);
    places.add(Places.Kind.CHECK, DAILY, "wrong", rule);
    Defined product =
        Defined.product("analytics.delays")
            .dataset(
                "analytics.daily",
                d -> d.sql("sql/daily.sql", "SELECTED").sqlRule("wrong", "DROP TABLE {object}"));
    Defined unused =
        daily("SELECT delay FROM operations.flights", "operations.flights", "reference.airports");
    assertThat(placed(product, places))
        .containsExactly(new Place("analytics/sql/daily.sql", 1, 8), rule);
    assertThat(placed(unused, places)).containsExactly(input);
  }

  private List<Place> placed(Defined product, Places.Builder places) {
    Definitions all = Words.placed(Defined.all(product), places.build());
    return world.engine.planner.findings(all).stream().map(f -> f.place().orElseThrow()).toList();
  }

  @Test
  void aTypeThatTheEngineFailsAtHarmsNoOtherDataset() {
    onMain(FLIGHTS, "delay");
    Defined impossible = Words.promised("reference.prices", Words.column("price:DECIMAL(37,2)"));
    Defined other =
        Defined.product("analytics.other")
            .dataset(
                "analytics.paid",
                d -> d.sql("paid.sql", "SELECT price FROM reference.prices"),
                "reference.prices");
    sql.failAt("decimal(37,2)");
    assertThat(
            findings(
                impossible,
                other,
                daily("SELECT speed FROM operations.flights", "operations.flights")))
        .containsExactly(
            error(
                "invalid-sql",
                new Place("sql/daily.sql", 1, 8),
                "the SQL of analytics.daily is not valid: there is no column speed"),
            unverified(
                "what the SQL of analytics.paid reads was not verified, and all columns of its"
                    + " inputs are taken as used: the query engine failed: it chokes on"
                    + " decimal(37,2)"));
  }

  @Test
  void alsoWhereItIsTheContractOfATableThatIsThere() {
    onMain(FLIGHTS, "delay");
    onMain(AIRPORTS, "iata");
    sql.failAt("decimal(37,2)");
    assertThat(
            findings(
                Words.promised("reference.airports", Words.column("iata:DECIMAL(37,2)")),
                daily("SELECT speed FROM operations.flights", "operations.flights"),
                flights("1.1.0", "delay", "speed")))
        .isEmpty();
  }

  @Test
  void aStatementThatTheEngineFailsAtHarmsNoOther() {
    onMain(FLIGHTS, "delay");
    Defined product =
        Defined.product("analytics.delays")
            .dataset("analytics.one", d -> d.sql("1.sql", "SELECT delay FROM operations.flights"))
            .dataset("analytics.two", d -> d.sql("2.sql", "SELECT choke FROM operations.flights"))
            .dataset("analytics.six", d -> d.sql("6.sql", "SELECT speed FROM operations.flights"));
    sql.failAt("choke");
    assertThat(findings(product))
        .extracting(Finding::rule, f -> f.subject().text())
        .containsExactlyInAnyOrder(
            tuple("undeclared-input", "dataset analytics.one"),
            tuple("undeclared-input", "dataset analytics.six"),
            tuple("invalid-sql", "dataset analytics.six"),
            tuple("unverified-sql", "SQL"));
  }

  private static Finding unverified(String message) {
    return new Finding(
        Severity.WARNING, "unverified-sql", Subject.sql(), Optional.empty(), message);
  }

  @Test
  void whatDidNotChangeIsNotAnalyzedAgain() {
    onMain(FLIGHTS, "delay");
    Defined product = daily("SELECT delay FROM operations.flights", "operations.flights");
    findings(product);
    assertThat(sql.analyzed()).hasSize(1);
    world.restart();
    world.lake.bypass(FLIGHTS, "more content");
    assertThat(findings(product)).isEmpty();
    assertThat(sql.analyzed()).hasSize(1);
    findings(product, flights("1.0.0", "delay"));
    assertThat(sql.analyzed()).as("what it reads is promised now").hasSize(2);
    findings(daily("SELECT delay, speed FROM operations.flights", "operations.flights"));
    assertThat(sql.analyzed()).as("other SQL").hasSizeGreaterThan(2);
  }

  @Test
  void joinsAreKnownWithTheirPlace() {
    onMain(FLIGHTS, "origin");
    onMain(AIRPORTS, "iata");
    Definitions definitions =
        Defined.all(
            daily(
                "SELECT origin FROM operations.flights\n-- reference.airports\n"
                    + "JOIN reference.airports ON origin = iata",
                "operations.flights",
                "reference.airports"));
    world.engine.planner.findings(definitions);
    assertThat(world.store.<List<FoundJoin>>transact(tx -> KnownSql.joins(tx, definitions)))
        .containsExactly(
            new FoundJoin(
                DAILY, new Join(FLIGHTS, "origin", AIRPORTS, "iata"), "sql/daily.sql", 3, 6));
  }

  @Test
  void aJoinOfTwoTermsIsFoundInSql() {
    Definitions definitions =
        Words.with(
            Defined.all(
                Words.promised("operations.flights", Words.column("origin:STRING@airport")),
                Words.promised("reference.airports", Words.column("iata:STRING@city")),
                daily(
                    "SELECT origin FROM operations.flights JOIN reference.airports ON origin ="
                        + " iata",
                    "operations.flights",
                    "reference.airports")),
            Words.term("airport", "", ""),
            Words.term("city", "", ""));
    assertThat(world.engine.planner.findings(definitions))
        .filteredOn(finding -> finding.rule().equals("joined-terms"))
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.place()).contains(new Place("sql/daily.sql", 1, 44));
              assertThat(found.message()).contains("operations.flights.origin is 'airport'");
            });
  }

  @Test
  void columnsInUseAreKnownWithoutAnEngine() {
    onMain(FLIGHTS, "delay", "speed");
    Defined other =
        Defined.product("analytics.other").dataset("analytics.copy", "operations.flights");
    Definitions definitions =
        Defined.all(daily("SELECT delay FROM operations.flights", "operations.flights"), other);
    assertThat(used(definitions)).as("nothing was analyzed yet").isEmpty();
    world.engine.planner.findings(definitions);
    world.plugins.withoutQueries();
    world.restart();
    assertThat(used(definitions)).containsExactly(Map.entry(DAILY, Set.of("delay")));
  }

  private Map<DatasetName, Set<String>> used(Definitions definitions) {
    return world.store.transact(tx -> KnownSql.used(tx, definitions, FLIGHTS));
  }

  @Test
  void aReleaseSaysByColumnWhomItHitsAlsoWithoutAnEngine() {
    Defined reader = daily("SELECT delay FROM operations.flights", "operations.flights");
    Defined[] first = {built("1.0.0", "delay", "speed"), reader};
    world.engine.planner.findings(Defined.all(first));
    world.apply(first);
    world.commit("landing.files", "june");
    world.plugins.withoutQueries();
    world.restart();

    world.apply(built("2.0.0", "delay"), reader);
    world.commit("landing.files", "july");
    assertThat(world.latest("operations.flights").blockedBy())
        .singleElement()
        .asString()
        .contains("analytics.daily", "nothing that it uses changes for readers");

    world.apply(built("2.0.0", "speed"), reader);
    world.commit("landing.files", "august");
    assertThat(world.latest("operations.flights").blockedBy())
        .singleElement()
        .asString()
        .contains("analytics.daily", "delay");
  }

  private static Defined built(String version, String... columns) {
    return Defined.product("operations.flights")
        .onAnyInput()
        .dataset("operations.flights", d -> d.contract(version, columns), "landing.files");
  }
}
