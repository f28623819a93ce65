package dev.headgate.definitions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headgate.definitions.source.Sources;
import dev.headgate.model.product.Dataset;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Definitions;
import dev.headgate.model.product.Product;
import dev.headgate.model.product.ProductName;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What contracts mean is in the product's digest, and decides nothing about the data's content. */
class ContractDigestTest {
  private static final Map<String, byte[]> FILES =
      Sources.readFolder(Samples.folder("promised")).files();
  private static final Definitions BEFORE = Samples.parsed(Sources.of(FILES));

  private static Map<String, byte[]> changed(String file, String from, String to) {
    Map<String, byte[]> files = new TreeMap<>(FILES);
    String text = new String(files.get(file), StandardCharsets.UTF_8);
    assertThat(text).contains(from);
    files.put(file, Samples.bytes(text.replace(from, to)));
    return files;
  }

  private static Product product(Definitions definitions, String name) {
    return definitions.products().get(ProductName.parse(name));
  }

  private static Dataset flights(Definitions definitions) {
    return product(definitions, "operations.flights")
        .dataset(DatasetName.parse("operations.flights"))
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "version: 2.1.0 | version: 2.1.1",
        "status: active | status: deprecated",
        "id: 6f6d1a52-flights | id: other",
        "description: One row for each flight. | description: Flights.",
        "physicalType: INT | physicalType: BIGINT",
        "logicalType: boolean | logicalType: string",
        "classification: restricted | classification: public",
        "physicalName: flight_number | physicalName: flight_no",
        "value: LAX | value: SFO",
        "maxLength: 6 | maxLength: 7",
        "unique: true | unique: false",
        "mustBeGreaterThan: 0, type | mustBeGreaterThan: 1, type",
        "airports.odcs.yaml#airports.iata | airports.odcs.yaml#airports.country",
        "Painted on the aircraft. | On the tail.",
        "value: 26, unit: h | value: 27, unit: h",
        "value: BACKWARD | value: FULL",
        "username: olga, name: Olga | username: ole",
        "value: [operations-owners] | value: [other]",
        "value: ina | value: ann",
        "type: term, url: \"glossary:airport\" | type: term, url: \"glossary:port\"",
        "property: deprecated, value: true | property: deprecated, value: false",
      })
  void whatAContractMeansIsInTheProductsDigest(String from, String to) {
    String file = "operations/flights.odcs.yaml";
    Map<String, byte[]> files = changed(file, from, to);
    String domain = "domain: operations\nowners: [olga]\n";
    files.put(
        "operations/domain.yaml",
        Samples.bytes(domain + "groups: {operations-owners: [olga], other: [olga]}\n"));

    Definitions after = Samples.parsed(Sources.of(files));

    assertThat(product(after, "operations.flights").digest())
        .isNotEqualTo(product(BEFORE, "operations.flights").digest());
    assertThat(flights(after).contract().orElseThrow().digest())
        .isNotEqualTo(flights(BEFORE).contract().orElseThrow().digest());
    assertThat(flights(after).digest()).isEqualTo(flights(BEFORE).digest());
    assertThat(product(after, "web.boards").digest())
        .isEqualTo(product(BEFORE, "web.boards").digest());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tenant: Example | tenant: Other",
        "priceAmount: 9.95 | priceAmount: 0",
        "host: example.org | host: example.com",
        "# All that ODCS v3.2 has. | # Rewritten.",
        "businessName: Day | businessName: Date",
        "channel: \"#flights\" | channel: help",
        "status: active | status:    \"active\"",
        "businessImpact: operational | businessImpact: none",
      })
  void whatIsForPeopleOnlyIsNot(String from, String to) {
    Definitions after =
        Samples.parsed(Sources.of(changed("operations/flights.odcs.yaml", from, to)));

    assertThat(product(after, "operations.flights").digest())
        .isEqualTo(product(BEFORE, "operations.flights").digest());
  }

  @Test
  void whereTheFileIsDoesNotMatter() {
    Map<String, byte[]> files =
        changed("web/pipeline.yaml", "contract: boards.odcs.yaml", "contract: b/b.odcs.yaml");
    String text = new String(files.remove("web/boards.odcs.yaml"), StandardCharsets.UTF_8);
    files.put("web/b/b.odcs.yaml", Samples.bytes(text.replace("../ref", "../../ref")));

    Definitions after = Samples.parsed(Sources.of(files));

    assertThat(product(after, "web.boards").digest())
        .isEqualTo(product(BEFORE, "web.boards").digest());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "operations.flights@2 | operations.flights@2-3",
        "operations.flights@2 | operations.flights",
        "column: dest, mustBe: 0 | column: dest, mustBe: 1",
        "contract: boards.odcs.yaml | attempts: 3",
      })
  void whatAConsumerAsksIsInItsProductsDigestOnly(String from, String to) {
    Definitions after = Samples.parsed(Sources.of(changed("web/pipeline.yaml", from, to)));

    Product boards = product(after, "web.boards");
    assertThat(boards.digest()).isNotEqualTo(product(BEFORE, "web.boards").digest());
    assertThat(boards.datasets().get(0).digest())
        .isEqualTo(product(BEFORE, "web.boards").datasets().get(0).digest());
    assertThat(product(after, "operations.flights").digest())
        .isEqualTo(product(BEFORE, "operations.flights").digest());
  }
}
