package dev.headgate.definitions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headgate.definitions.ParseResult.Parsed;
import dev.headgate.definitions.source.Sources;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Definitions;
import dev.headgate.model.product.Descriptor;
import dev.headgate.model.product.Descriptor.Port;
import dev.headgate.model.product.ProductName;
import dev.headgate.model.product.Term;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What descriptors and glossaries come to. */
class DescriptorTest {
  private static final Map<String, byte[]> FILES =
      Sources.readFolder(Samples.folder("described")).files();

  private final Definitions definitions = Samples.parsed(Sources.of(FILES));

  private Descriptor descriptor(String product) {
    return definitions.descriptors().get(ProductName.parse(product));
  }

  @Test
  void readsWhatAProductSaysOfItself() {
    assertThat(descriptor("operations.flights"))
        .isEqualTo(
            new Descriptor(
                "0d8a-flights",
                Optional.of("1.4.0"),
                "active",
                Optional.of("Each flight, as it was flown."),
                List.of("olga"),
                List.of(new Port("airports", Optional.of("1.0.0"), Optional.of("airports"))),
                List.of(
                    new Port("flights", Optional.of("2.1.0"), Optional.of("6f6d1a52-flights")),
                    new Port("dashboard", Optional.of("1"), Optional.empty())),
                List.of("flights", "operations"),
                Map.of("visibility", "internal", "tiers", List.of(1L, Map.of("a", "b"))),
                "operations/flights.odps.yaml"));
  }

  @Test
  void aNameFindsTheProductNearSeveral() {
    assertThat(definitions.descriptors())
        .containsOnlyKeys(
            ProductName.parse("operations.flights"),
            ProductName.parse("analytics.flight-delays"),
            ProductName.parse("analytics.scores"));
    assertThat(descriptor("analytics.flight-delays").id()).isEqualTo("delays");
    assertThat(descriptor("analytics.flight-delays").version()).isEmpty();
    assertThat(descriptor("analytics.flight-delays").status()).isEqualTo("active");
  }

  @Test
  void aDescriptorMayLieBelowItsPipeline() {
    Map<String, byte[]> files = new TreeMap<>(FILES);
    files.put(
        "operations/about/it/flights.odps.yaml", files.remove("operations/flights.odps.yaml"));

    Definitions moved = Samples.parsed(Sources.of(files));

    assertThat(moved.descriptors()).containsKey(ProductName.parse("operations.flights"));
  }

  @Test
  void aProductThatIsDeprecatedSaysSo() {
    Definitions changed =
        Samples.parsed(
            changed("analytics/delays.odps.yaml", "deprecated: false\n", "deprecated: true\n"));

    assertThat(changed.descriptors().get(ProductName.parse("analytics.flight-delays")).status())
        .isEqualTo("deprecated");
  }

  @Test
  void aMistakeInAContractIsNotOneOfThePortsThatNameIt() {
    Sources broken = changed("operations/flights.odcs.yaml", "id: 6f6d1a52-flights", "id: [x]");

    ParseResult result = DefinitionParser.parse(broken, Samples.EXTENSIONS);

    assertThat(((ParseResult.Invalid) result).problems()).hasSize(1);
  }

  @Test
  void portsOfTwoMajorsOfOneContractStandSideBySide() {
    Map<String, byte[]> files = new TreeMap<>();
    String contract =
        """
        apiVersion: v3.1.0
        kind: DataContract
        id: c
        version: %s
        status: active
        schema: [{name: %s, properties: [{name: id, logicalType: integer}]}]
        """;
    files.put("a/domain.yaml", Samples.bytes("domain: a\nowners: [ana]\n"));
    files.put(
        "a/pipeline.yaml",
        Samples.bytes(
            """
            product: a.shop
            datasets:
              a.orders: {contract: orders.odcs.yaml, job: {type: open}}
              a.orders_v2: {contract: orders_v2.odcs.yaml, job: {type: open}}
            """));
    files.put("a/orders.odcs.yaml", Samples.bytes(contract.formatted("1.2.0", "orders")));
    files.put("a/orders_v2.odcs.yaml", Samples.bytes(contract.formatted("2.0.0", "orders_v2")));
    String descriptor =
        """
        apiVersion: v1.0.0
        kind: DataProduct
        id: shop
        name: a.shop
        status: active
        outputPorts:
          - {name: orders, version: 1.2.0, contractId: c}
          - {name: orders_v2, version: %s, contractId: c}
        """;
    files.put("a/shop.odps.yaml", Samples.bytes(descriptor.formatted("2.0.0")));
    assertThat(Samples.parsed(Sources.of(files)).descriptors()).hasSize(1);

    files.put("a/shop.odps.yaml", Samples.bytes(descriptor.formatted("3.0.0")));
    assertThat(
            ((ParseResult.Invalid) DefinitionParser.parse(Sources.of(files), Samples.EXTENSIONS))
                .problems())
        .singleElement()
        .asString()
        .isEqualTo(
            "a/shop.odps.yaml:8:32: 'version': expected 1.2.0 or 2.0.0, the version of contract"
                + " 'c', found '3.0.0'");
  }

  @Test
  void readsTermsWithTheirPlaces() {
    assertThat(definitions.glossary())
        .containsOnlyKeys("airport-code", "flight-number", "minute", "delay");
    assertThat(definitions.glossary().get("airport-code"))
        .isEqualTo(
            new Term(
                "airport-code",
                "rita",
                "The code that IATA gives an airport.",
                Optional.of(DatasetName.parse("reference.airports")),
                Optional.of("iata"),
                Optional.of("string"),
                "glossary.yaml",
                3,
                3,
                List.of()));
    assertThat(definitions.glossary().get("minute").canonical()).isEmpty();
  }

  @Test
  void aTermOfTwoFilesKeepsBoth() {
    ParseResult result =
        DefinitionParser.parse(
            changed("analytics/more.glossary.yaml", "  delay:", "  airport-code:"),
            Samples.EXTENSIONS);

    assertThat(result).isInstanceOf(Parsed.class);
    Term term = ((Parsed) result).definitions().glossary().get("airport-code");
    assertThat(term.file()).isEqualTo("analytics/more.glossary.yaml");
    assertThat(term.others()).extracting(Term::file).containsExactly("glossary.yaml");
  }

  @Test
  void columnsClaimTermsOfTheGlossaryOnly() {
    assertThat(
            definitions
                .producerOf(DatasetName.parse("operations.flights"))
                .orElseThrow()
                .datasets()
                .get(0)
                .contract()
                .orElseThrow()
                .columns())
        .extracting(c -> c.name() + " " + c.terms())
        .containsExactly("number [flight-number]", "origin [airport-code]", "delay []");
  }

  private static Sources changed(String file, String from, String to) {
    Map<String, byte[]> files = new TreeMap<>(FILES);
    String text = new String(files.get(file), StandardCharsets.UTF_8);
    assertThat(text).contains(from);
    files.put(file, Samples.bytes(text.replace(from, to)));
    return Sources.of(files);
  }
}
