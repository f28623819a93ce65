package dev.headgate.engine.glossary;

import static dev.headgate.engine.glossary.Words.column;
import static dev.headgate.engine.glossary.Words.promised;
import static dev.headgate.engine.glossary.Words.term;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headgate.engine.Plan.Finding;
import dev.headgate.engine.fake.Defined;
import dev.headgate.model.contract.Column;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Definitions;
import dev.headgate.model.product.Places;
import dev.headgate.model.product.Places.Place;
import dev.headgate.model.product.Term;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What columns and SQL make of the glossary's terms. */
class TermsTest {
  private static final Term CODE = term("airport-code", "reference.airports/iata", "string");
  private static final Term NUMBER = term("flight-number", "", "INT");
  private static final Defined AIRPORTS =
      promised("reference.airports", column("iata:string@airport-code"), column("city:string"));

  private static Defined flights(Column... columns) {
    return promised("operations.flights", columns);
  }

  private static List<String> lines(List<Finding> findings) {
    return findings.stream().map(f -> f.severity() + " " + f.rule() + " " + f.line()).toList();
  }

  private static List<String> found(Definitions definitions) {
    return lines(Terms.findings(definitions, List.of()));
  }

  @Test
  void nothingIsFoundWhereAllAgree() {
    assertThat(
            found(
                Words.with(
                    Defined.all(
                        AIRPORTS,
                        flights(
                            column("number:INT@flight-number"), column("o:STRING@airport-code"))),
                    CODE,
                    NUMBER)))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "string, STRING, true",
    "string, string, true",
    "string, VARCHAR, true",
    "string, BIGINT, false",
    "integer, BIGINT, true",
    "integer, number, true",
    "integer, string, false",
    "INT, BIGINT, false",
    "INT, integer, true",
    "'DECIMAL(10,2)', 'DECIMAL(12,2)', false",
    "DECIMAL, 'DECIMAL(12,2)', true",
    "date, timestamp, false",
    "TIMESTAMP, TIMESTAMP_NTZ, true",
    "string, '', true",
  })
  void aColumnHasTheTypeOfItsTerm(String term, String column, boolean same) {
    List<String> found =
        found(
            Words.with(
                Defined.all(flights(column("code:" + column + "@code"))), term("code", "", term)));

    if (same) {
      assertThat(found).isEmpty();
    } else {
      assertThat(found)
          .containsExactly(
              "ERROR term-type column operations.flights.code: claims the term 'code' in"
                  + " operations.flights.odcs.yaml: expected "
                  + term
                  + " as in glossary.yaml:2, found "
                  + column);
    }
  }

  @Test
  void theCanonicalColumnHasTheTypeWithoutClaimingIt() {
    assertThat(
            found(
                Words.with(
                    Defined.all(promised("reference.airports", column("IATA:BIGINT"))), CODE)))
        .singleElement()
        .asString()
        .startsWith("ERROR term-type column reference.airports.IATA: ");
  }

  @Test
  void aTypeThatIsNoneIsNotCompared() {
    assertThat(
            found(
                Words.with(
                    Defined.all(flights(column("code:BIGINT@code"))), term("code", "", "strnig"))))
        .containsExactly(
            "WARNING term-type glossary.yaml:2:3: the type 'strnig' of the term 'code' is not"
                + " known, so nothing is compared with it: expected a type of ODCS or of an engine,"
                + " such as string or BIGINT");
  }

  @Test
  void aTermThatNoGlossaryHasIsUnknown() {
    Defined flights = flights(column("code:string@airport"));

    assertThat(found(Words.with(Defined.all(AIRPORTS, flights), CODE)))
        .containsExactly(
            "ERROR unknown-term column operations.flights.code: claims the term 'airport' in"
                + " operations.flights.odcs.yaml, which no glossary has: expected one of"
                + " airport-code");
    assertThat(found(Defined.all(flights)))
        .singleElement()
        .asString()
        .endsWith("expected a glossary.yaml with it");
  }

  @Test
  void whatIsWrongIsSaidWhereTheTermIsClaimed() {
    Places.Builder places = new Places.Builder();
    DatasetName dataset = DatasetName.parse("operations.flights");
    places.add(Places.Kind.COLUMN, dataset, "a", new Place("a.odcs.yaml", 7, 9));
    places.add(Places.Kind.TERM, dataset, "a@airport", new Place("a.odcs.yaml", 9, 20));
    Defined flights = flights(column("a:BIGINT@airport@airport-code"));

    assertThat(
            found(Words.placed(Words.with(Defined.all(AIRPORTS, flights), CODE), places.build())))
        .containsExactly(
            "ERROR unknown-term a.odcs.yaml:9:20: column operations.flights.a claims the term"
                + " 'airport', which no glossary has: expected one of airport-code",
            "ERROR term-type a.odcs.yaml:7:9: column operations.flights.a claims the term"
                + " 'airport-code': expected string as in glossary.yaml:2, found BIGINT");
  }

  @Test
  void fieldsOfObjectsClaimTermsToo() {
    assertThat(
            found(
                Words.with(
                    Defined.all(flights(column("crew:object", column("id:string@flight-number")))),
                    NUMBER)))
        .singleElement()
        .asString()
        .startsWith("ERROR term-type column operations.flights.crew.id: ");
  }

  @Test
  void twoCanonicalsOfTwoFilesAreOneTooMany() {
    Term other = term("airport-code", "web.boards", "string", "web/glossary.yaml", 7);

    assertThat(found(Words.with(Defined.all(AIRPORTS), CODE.withOthers(List.of(other)))))
        .containsExactly(
            "ERROR two-canonicals web/glossary.yaml:7:3: the term 'airport-code' is already defined"
                + " in glossary.yaml:2 with canonical reference.airports.iata, here with canonical"
                + " web.boards: expected one canonical dataset");
  }

  @Test
  void theSameTermTwiceIsAWarning() {
    Term again = term("airport-code", "reference.airports/iata", "INT", "web/glossary.yaml", 7);

    assertThat(found(Words.with(Defined.all(AIRPORTS), CODE.withOthers(List.of(again)))))
        .containsExactly(
            "WARNING term-twice web/glossary.yaml:7:3: the term 'airport-code' is already defined"
                + " in glossary.yaml:2: expected it once");
  }

  @Test
  void ofTwoColumnsTheGlossarySaysWhichIsCanonical() {
    Defined airports =
        promised("reference.airports", column("iata:string@code"), column("faa:string@code"));

    assertThat(found(Words.with(Defined.all(airports), term("code", "reference.airports", ""))))
        .containsExactly(
            "ERROR two-canonicals glossary.yaml:2:3: the columns iata and faa of reference.airports"
                + " all claim the term 'code': expected 'column' to say which one has the list of"
                + " it");
    assertThat(found(Words.with(Defined.all(airports), term("code", "reference.airports/faa", ""))))
        .isEmpty();
  }

  @Test
  void aCanonicalDatasetWithoutAColumnOfTheTermIsAWarning() {
    assertThat(
            found(Words.with(Defined.all(AIRPORTS), CODE, term("city", "reference.airports", ""))))
        .singleElement()
        .asString()
        .startsWith(
            "WARNING no-canonical-column glossary.yaml:2:3: reference.airports is canonical");
  }

  private static Joined join(String left, String right) {
    return new Joined(
        DatasetName.parse("web.boards"),
        DatasetName.parse("operations.flights"),
        left,
        DatasetName.parse("reference.airports"),
        right,
        new Place("web/boards.sql", 4, 12));
  }

  @Test
  void aJoinIsOfColumnsOfOneTerm() {
    Definitions definitions =
        Words.with(
            Defined.all(
                AIRPORTS,
                flights(
                    column("number:INT@flight-number"),
                    column("origin:string@airport-code"),
                    column("delay:INT"))),
            CODE,
            NUMBER);

    assertThat(
            lines(
                Terms.findings(
                    definitions,
                    List.of(
                        join("origin", "iata"),
                        join("number", "city"),
                        join("delay", "IATA"),
                        join("NUMBER", "IATA")))))
        .containsExactly(
            "WARNING joined-terms web/boards.sql:4:12: operations.flights.NUMBER is 'flight-number'"
                + " and reference.airports.IATA is 'airport-code': expected columns of one term to"
                + " be joined");
  }
}
