package dev.headgate.definitions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.headgate.definitions.source.Sources;
import dev.headgate.model.check.CheckSpec;
import dev.headgate.model.check.CheckSpec.Origin;
import dev.headgate.model.contract.Column;
import dev.headgate.model.contract.Compatibility;
import dev.headgate.model.contract.Contract;
import dev.headgate.model.contract.LogicalType;
import dev.headgate.model.contract.ServiceLevel;
import dev.headgate.model.contract.Version;
import dev.headgate.model.product.Dataset;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Definitions;
import dev.headgate.model.product.Places.Place;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Full contracts of ODCS v3.0.2, v3.1.0 and v3.2.0, and the pipelines that name them. */
class ContractTest {
  private static final Definitions READ =
      Samples.parsed(Sources.readFolder(Samples.folder("promised")));

  private static Dataset dataset(String name) {
    DatasetName dataset = DatasetName.parse(name);
    return READ.producerOf(dataset).orElseThrow().dataset(dataset).orElseThrow();
  }

  private static Contract contract(String name) {
    return dataset(name).contract().orElseThrow();
  }

  @Test
  void aDocumentSaysWhoAndWhat() {
    Contract flights = contract("operations.flights");

    assertThat(flights.id()).isEqualTo("6f6d1a52-flights");
    assertThat(flights.object()).isEqualTo("flight");
    assertThat(flights.label()).isEqualTo("operations/flights.odcs.yaml 2.1.0");
    assertThat(flights.version()).isEqualTo(new Version(2, 1, 0));
    assertThat(flights.status()).isEqualTo(Contract.Status.ACTIVE);
    assertThat(flights.description()).contains("One row for each flight.");
    assertThat(flights.compatibility()).isEqualTo(Compatibility.BACKWARD);
    assertThat(flights.owners()).containsExactly("olga");
    assertThat(flights.promotionApprovers()).containsExactly("operations-owners");
    assertThat(flights.documentation()).containsExactly("tail: Painted on the aircraft.");
    assertThat(flights.customProperties().get("steward")).isEqualTo("ina");
    assertThat(flights.customProperties().get("retention")).asString().isEqualTo("[a, {b=1}]");
    assertThat(flights.digest()).matches("[0-9a-f]{64}");
  }

  @Test
  void whatADocumentDoesNotSayHasDefaults() {
    Contract airports = contract("reference.airports");

    assertThat(airports.description()).contains("Where aircraft land.");
    assertThat(airports.compatibility()).isEqualTo(Compatibility.FULL_TRANSITIVE);
    assertThat(airports.owners()).containsExactly("rita");
    assertThat(airports.promotionApprovers()).isEmpty();
    assertThat(airports.status()).isEqualTo(Contract.Status.DRAFT);
    assertThat(contract("web.boards").owners()).isEmpty();
  }

  @Test
  void propertiesAreColumnsByTheirPhysicalName() {
    List<Column> columns = contract("operations.flights").columns();

    assertThat(columns)
        .extracting(Column::name)
        .containsExactly(
            "flight_date",
            "flight_number",
            "tail",
            "origin",
            "dest",
            "delay",
            "crew",
            "fuel",
            "legs",
            "at",
            "board",
            "flown");
    Column day = columns.get(0);
    assertThat(day.logicalType()).contains(LogicalType.DATE);
    assertThat(day.physicalType()).contains("DATE");
    assertThat(day.required()).isTrue();
    assertThat(day.primaryKey()).isEqualTo(OptionalInt.of(2));
    assertThat(day.partitionKey()).isEqualTo(OptionalInt.of(1));
    assertThat(day.options())
        .containsOnly(entry("minimum", "1987-10-01"), entry("format", "yyyy-MM-dd"));
    assertThat(columns.get(2).isClassified()).isTrue();
    assertThat(columns.get(2).description()).contains("The aircraft.");
    assertThat(columns.get(3).allowed()).containsExactly("JFK", "LAX");
    assertThat(columns.get(3).terms()).containsExactly("airport");
    assertThat(columns.get(4).deprecated()).isTrue();
    assertThat(columns.get(5).options())
        .contains(entry("minimum", -60L), entry("multipleOf", new BigDecimal("0.5")));
  }

  @Test
  void partsOfAColumnAreCalledAsIcebergCallsThem() {
    Contract flights = contract("operations.flights");

    Column crew = flights.column("crew").orElseThrow();
    assertThat(crew.fields()).extracting(Column::name).containsExactly("captain", "badges");
    Column badges = crew.fields().get(1);
    assertThat(badges.logicalType()).contains(LogicalType.ARRAY);
    assertThat(badges.fields()).extracting(Column::name).containsExactly("element");
    assertThat(badges.fields().get(0).fields().get(0).required()).isTrue();
    assertThat(flights.column("fuel").orElseThrow().fields())
        .extracting(Column::name)
        .containsExactly("key", "value");
  }

  @Test
  void rulesAreThoseWrittenAndThoseImplied() {
    assertThat(Samples.lines(contract("operations.flights").rules()))
        .containsExactly(
            "rowCount: rowCount {mustBeGreaterThan=0}",
            "no twins: duplicateValues"
                + " {arguments={properties=[flight_date, flight_number, tail]}, mustBe=0}",
            "steady: rowCountChange {mustBeBetween=[-50, 50], unit=percent} warning",
            "tail_known: missingValues {arguments={missingValues=[, UNKNOW]}, column=tail,"
                + " description=Most aircraft are known., dimension=cp, id=tail_known,"
                + " mustBeLessThan=2, unit=percent} warning",
            "sql(delay): sql"
                + " {column=delay, mustBeLessThan=2000, query=SELECT max({property}) FROM {object}}",
            "required(flight_date): nullValues {column=flight_date, mustBe=0}",
            "required(flight_number): nullValues {column=flight_number, mustBe=0}",
            "required(crew.captain): sql {mustBe=0, query=SELECT count(*) FROM {object} WHERE"
                + " `crew` IS NOT NULL AND `crew`.`captain` IS NULL}",
            "primaryKey(flight_number, flight_date): duplicateValues"
                + " {arguments={properties=[flight_number, flight_date]}, mustBe=0}",
            "unique(crew.captain): duplicateValues {column=crew.captain, mustBe=0}",
            "minimum(flight_date): invalidValues"
                + " {arguments={minimum=1987-10-01}, column=flight_date, mustBe=0}",
            "maxLength(tail): invalidValues {arguments={maxLength=6}, column=tail, mustBe=0}",
            "pattern(tail): invalidValues"
                + " {arguments={pattern=^N[0-9A-Z]+$}, column=tail, mustBe=0}",
            "enum(origin): invalidValues"
                + " {arguments={validValues=[JFK, LAX]}, column=origin, mustBe=0}",
            "exclusiveMaximum(delay): invalidValues"
                + " {arguments={exclusiveMaximum=3000}, column=delay, mustBe=0}",
            "minimum(delay): invalidValues {arguments={minimum=-60}, column=delay, mustBe=0}",
            "multipleOf(delay): invalidValues"
                + " {arguments={multipleOf=0.5}, column=delay, mustBe=0}",
            "minItems(legs): invalidValues {arguments={minItems=1}, column=legs, mustBe=0}",
            "uniqueItems(legs): invalidValues"
                + " {arguments={uniqueItems=true}, column=legs, mustBe=0}",
            "maximum(at): invalidValues"
                + " {arguments={maximum=2030-01-01T10:00:00}, column=at, mustBe=0}",
            "minimum(board): invalidValues"
                + " {arguments={minimum=05:00:00}, column=board, mustBe=0}",
            "relationship(origin, dest -> operations.routes(origin, dest)): relationship"
                + " {arguments={columns=[origin, dest], dataset=operations.routes,"
                + " properties=[origin, dest]}, mustBe=0}",
            "relationship(origin -> reference.airports(iata)): relationship"
                + " {arguments={columns=[origin], dataset=reference.airports, properties=[iata]},"
                + " mustBe=0}");
  }

  @Test
  void theOldWordsOfVersion30MeanTheSame() {
    assertThat(Samples.lines(contract("reference.airports").rules()))
        .containsExactly(
            "rowCount: rowCount {mustBeBetween=[100, 5000]}",
            "nearly unique: duplicateValues {column=iata, mustBeLessThan=1, unit=percent}",
            "invalidValues(country): invalidValues"
                + " {arguments={validValues=[USA, FSM]}, column=country, mustBe=0}",
            "sql(country): sql {column=country, mustBe=0,"
                + " query=SELECT count(*) FROM {object} WHERE {property} IS NULL}",
            "required(iata): nullValues {column=iata, mustBe=0}",
            "primaryKey(iata): duplicateValues {column=iata, mustBe=0}",
            "minLength(iata): invalidValues {arguments={minLength=3}, column=iata, mustBe=0}",
            "maxLength(iata): invalidValues {arguments={maxLength=3}, column=iata, mustBe=0}",
            "exclusiveMinimum(elevation): invalidValues"
                + " {arguments={exclusiveMinimum=0}, column=elevation, mustBe=0}",
            "maximum(elevation): invalidValues"
                + " {arguments={maximum=9000}, column=elevation, mustBe=0}",
            "format(elevation): invalidValues"
                + " {arguments={format=i16}, column=elevation, mustBe=0}");
  }

  @Test
  void rulesOfContractAndPipelineAreOneList() {
    List<CheckSpec> checks = dataset("operations.flights").checks();
    List<CheckSpec> rules = contract("operations.flights").rules();

    assertThat(checks).startsWith(rules.toArray(CheckSpec[]::new)).doesNotHaveDuplicates();
    assertThat(rules)
        .extracting(CheckSpec::origin)
        .containsOnly(new Origin(Origin.Kind.CONTRACT, "operations/flights.odcs.yaml 2.1.0"));
    assertThat(Samples.lines(checks.subList(rules.size(), checks.size())))
        .containsExactly(
            "rowCount-2: rowCount {mustBeLessThan=1000000}",
            "few: nullValues {column=tail, mustBeLessThan=5, unit=percent} warning",
            "rowCountChange: rowCountChange {mustBeBetween=[-20, 20], unit=percent}");
    assertThat(checks).extracting(CheckSpec::name).doesNotHaveDuplicates();
  }

  @Test
  void serviceLevelsAreOfTheObjectThatTheyName() {
    assertThat(contract("operations.flights").serviceLevels())
        .extracting(ServiceLevel::kind)
        .containsExactly(
            ServiceLevel.Kind.LATENCY,
            ServiceLevel.Kind.TIME_OF_AVAILABILITY,
            ServiceLevel.Kind.RETENTION,
            ServiceLevel.Kind.END_OF_LIFE,
            ServiceLevel.Kind.OTHER);
    ServiceLevel latency = contract("operations.flights").serviceLevels().get(0);
    assertThat(latency.amount()).hasToString("Optional[PT26H]");
    assertThat(latency.column()).contains("flight_date");
    assertThat(latency.driver()).contains("analytics");
    assertThat(contract("operations.flights").serviceLevels().get(1).time())
        .hasToString("Optional[09:00-08:00]");
    assertThat(contract("operations.flights").serviceLevels().get(2).amount())
        .hasToString("Optional[P3Y]");
    assertThat(contract("operations.flights").serviceLevels().get(3).date())
        .hasToString("Optional[2042-05-12]");
    ServiceLevel usual = contract("reference.airports").serviceLevels().get(0);
    assertThat(usual.column()).contains("iata");
    assertThat(usual.amount()).hasToString("Optional[P4D]");
  }

  @Test
  void aConsumerSaysWhichMajorItReadsAndWhatItExpects() {
    Dataset boards = dataset("web.boards");

    assertThat(boards.inputs())
        .extracting(DatasetName::toString)
        .containsExactly("reference.airports", "operations.flights");
    assertThat(boards.accepts().get(DatasetName.parse("reference.airports"))).hasToString("0-1");
    assertThat(boards.accepts().get(DatasetName.parse("operations.flights"))).hasToString("2");
    assertThat(boards.expectations())
        .extracting(e -> e.input() + " " + Samples.line(e.rule()) + " of " + e.rule().origin())
        .containsExactly(
            "operations.flights nullValues(dest): nullValues {column=dest, mustBe=0} of"
                + " expectation web.boards",
            "operations.flights enough: rowCount {mustBeGreaterThan=10} warning of"
                + " expectation web.boards");
  }

  @Test
  void whatItExpectsHasAPlaceAndMayNameWhatTheOtherTeamDropped() {
    Map<String, byte[]> files =
        new TreeMap<>(Sources.readFolder(Samples.folder("promised")).files());
    files.computeIfPresent(
        "web/pipeline.yaml",
        (file, bytes) ->
            Samples.bytes(
                new String(bytes, StandardCharsets.UTF_8).replace("column: dest", "column: goal")));

    assertThat(
            Samples.parsed(Sources.of(files))
                .places()
                .ofExpectation(
                    DatasetName.parse("web.boards"),
                    DatasetName.parse("operations.flights"),
                    "nullValues(goal)"))
        .contains(new Place("web/pipeline.yaml", 9, 13));
  }

  @Test
  void theBundleHasTheContracts() throws IOException {
    String written =
        Files.readString(Samples.folder("promised/web/boards.odcs.yaml"), StandardCharsets.UTF_8);

    assertThat(READ.bundle()).containsValue(written);
  }
}
