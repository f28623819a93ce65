package dev.headgate.definitions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headgate.definitions.source.Sources;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Definitions;
import dev.headgate.model.product.Places.Kind;
import dev.headgate.model.product.Places.Place;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What was read is known with its place, for what is only found later. */
class PlacesTest {
  private static final DatasetName FLIGHTS = DatasetName.parse("operations.flights");
  private static final String CONTRACT = "operations/flights.odcs.yaml";
  private static final String PIPELINE = "operations/pipeline.yaml";
  private static final Definitions READ =
      Samples.parsed(Sources.readFolder(Samples.folder("promised")));

  private static Place place(Kind kind, String name) {
    return READ.places().of(kind, FLIGHTS, name).orElseThrow();
  }

  @Test
  void partsOfContractsHavePlaces() {
    assertThat(place(Kind.VERSION, "")).isEqualTo(new Place(CONTRACT, 6, 10));
    assertThat(place(Kind.COLUMN, "origin")).isEqualTo(new Place(CONTRACT, 92, 15));
    assertThat(place(Kind.TERM, "origin@airport")).isEqualTo(new Place(CONTRACT, 98, 31));
    assertThat(place(Kind.CHECK, "enum(origin)")).isEqualTo(new Place(CONTRACT, 94, 9));
  }

  @Test
  void aTermThatAColumnDoesNotClaimIsAtTheColumn() {
    assertThat(READ.places().ofTerm(FLIGHTS, "origin", "airport"))
        .contains(new Place(CONTRACT, 98, 31));
    assertThat(READ.places().ofTerm(FLIGHTS, "origin", "town"))
        .contains(new Place(CONTRACT, 92, 15));
  }

  @Test
  void partsOfPipelinesHavePlaces() {
    assertThat(place(Kind.INPUT, "reference.airports")).isEqualTo(new Place(PIPELINE, 5, 14));
    assertThat(place(Kind.CHECK, "few")).isEqualTo(new Place(PIPELINE, 9, 9));
    assertThat(READ.places().queryOf(FLIGHTS)).isEmpty();
  }

  @Test
  void aColumnThatIsNotThereIsInWhatIsNearest() {
    assertThat(place(Kind.CONTRACT, "")).isEqualTo(new Place(CONTRACT, 29, 11));
    assertThat(READ.places().ofColumn(FLIGHTS, "crew.captain"))
        .contains(new Place(CONTRACT, 117, 20));
    assertThat(READ.places().ofColumn(FLIGHTS, "crew.pilot.name"))
        .contains(new Place(CONTRACT, 114, 15));
    assertThat(READ.places().ofColumn(FLIGHTS, "gate")).contains(new Place(CONTRACT, 29, 11));
    assertThat(READ.places().ofColumn(FLIGHTS, "")).contains(new Place(CONTRACT, 29, 11));
  }

  @Test
  void expectationsAreInThePipelineOfTheReader() {
    DatasetName boards = DatasetName.parse("web.boards");
    assertThat(READ.places().ofExpectation(boards, FLIGHTS, "nullValues(dest)"))
        .contains(new Place("web/pipeline.yaml", 9, 13));
    assertThat(READ.places().ofExpectation(boards, FLIGHTS, "enough"))
        .contains(new Place("web/pipeline.yaml", 10, 13));
    assertThat(READ.places().ofExpectation(FLIGHTS, boards, "enough")).isEmpty();
    assertThat(place(Kind.DATASET, "")).isEqualTo(new Place(PIPELINE, 3, 3));
  }

  @Test
  void aQueryIsKnownByItsPathAmongAll() {
    Map<String, byte[]> files = new TreeMap<>();
    files.put("web/domain.yaml", Samples.bytes("domain: web\nowners: [ana]\n"));
    files.put(
        "web/pages/pipeline.yaml",
        Samples.bytes(
            """
            product: web.pages
            datasets:
              pages:
                job: {type: spark-sql, file: pages.sql}
            """));
    files.put("web/pages/pages.sql", Samples.bytes("SELECT 1 AS a"));

    assertThat(Samples.parsed(Sources.of(files)).places().queryOf(DatasetName.parse("web.pages")))
        .contains("web/pages/pages.sql");
  }

  @Test
  void placesSayNothingOfWhatDefinitionsMean() {
    Definitions without =
        new Definitions(
            READ.domains(),
            READ.products(),
            READ.descriptors(),
            READ.policies(),
            READ.glossary(),
            READ.bundle());
    assertThat(without).isEqualTo(READ).hasSameHashCodeAs(READ);
  }
}
