package dev.headgate.engine.judge;

import static dev.headgate.engine.glossary.Words.column;
import static dev.headgate.engine.glossary.Words.promised;
import static dev.headgate.engine.glossary.Words.term;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headgate.engine.CheckedProduct;
import dev.headgate.engine.fake.Defined;
import dev.headgate.engine.glossary.Words;
import dev.headgate.model.check.CheckSpec.Origin;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Definitions;
import dev.headgate.model.product.Places;
import dev.headgate.model.product.ProductName;
import dev.headgate.model.release.Finding;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Definitions by themselves do not pass where a plan would refuse them for what they say. */
class OnPaperTest {
  private static final DatasetName FLIGHTS = DatasetName.parse("operations.flights");
  private static final Defined AIRPORTS =
      promised("reference.airports", column("iata:string@airport-code"));

  private static List<CheckedProduct> check(Definitions definitions, String product) {
    return new OnPaper(name -> Optional.empty())
        .check(
            definitions,
            product.isEmpty() ? Optional.empty() : Optional.of(ProductName.parse(product)),
            Instant.EPOCH);
  }

  private static List<String> told(List<CheckedProduct> checked) {
    return checked.stream()
        .flatMap(
            c ->
                c.findings().stream()
                    .map(f -> c.product() + " " + c.passed() + " " + f.severity() + " " + f.rule()))
        .toList();
  }

  @Test
  void aTermThatNoGlossaryHasIsAnErrorOfItsProductAtItsPlace() {
    Places.Builder places = new Places.Builder();
    Places.Place place = new Places.Place("f.odcs.yaml", 7, 3);
    places.add(Places.Kind.TERM, FLIGHTS, "origin@airprt", place);
    Definitions definitions =
        Words.placed(
            Words.with(
                Defined.all(
                    AIRPORTS, promised("operations.flights", column("origin:string@airprt"))),
                term("airport-code", "", "string")),
            places.build());

    assertThat(told(check(definitions, "")))
        .containsExactly("operations.flights false ERROR unknown-term");
    Finding found = check(definitions, "operations.flights").get(0).findings().get(0);
    assertThat(found.dataset()).contains(FLIGHTS);
    assertThat(found.outcome()).isEqualTo(Finding.Outcome.FAILED);
    assertThat(found.origin()).isEqualTo(Origin.HEADGATE);
    assertThat(found.place()).contains(place);
    assertThat(told(check(definitions, "reference.airports"))).isEmpty();
  }

  @Test
  void whatIsAboutATermIsToldToWhomItMattersElseToTheFirst() {
    Defined twice =
        promised("reference.airports", column("iata:string@code"), column("icao:string@code"));
    Defined reads = promised("operations.flights", column("origin:string@code"));
    Defined other = promised("analytics.delays", column("delay:INT"));
    Definitions definitions =
        Words.with(
            Defined.all(twice, reads, other),
            term("code", "reference.airports", "string"),
            term("nowhere", "", "no-such-type"));

    assertThat(told(check(definitions, "")))
        .containsExactly(
            "analytics.delays true WARNING term-type",
            "operations.flights false ERROR two-canonicals",
            "reference.airports false ERROR two-canonicals");
  }

  @Test
  void aMajorThatThereIsNotWarns() {
    Definitions definitions =
        Defined.all(
            AIRPORTS,
            Defined.product("web.boards")
                .dataset(
                    "web.boards", d -> d.accepts("reference.airports", "2"), "reference.airports"));

    assertThat(told(check(definitions, "")))
        .contains("web.boards true WARNING unknown-major")
        .contains("reference.airports false ERROR unknown-term");
  }
}
