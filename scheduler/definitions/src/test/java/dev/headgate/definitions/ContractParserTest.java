package dev.headgate.definitions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headgate.definitions.keys.Extensions;
import dev.headgate.definitions.source.Sources;
import dev.headgate.model.contract.Contract;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContractParserTest {
  private static final String CONTRACT =
      """
      apiVersion: v3.1.0
      kind: DataContract
      id: shop
      version: 1.0.0
      status: active
      schema:
        - {name: orders, physicalName: sales_orders}
        - {name: lines}
      """;

  @Test
  void everyObjectIsFoundWithTheNamesOfItsTable() {
    ContractParser.Result result = parse(Map.of("shop.odcs.yaml", CONTRACT));

    assertThat(result.contracts()).extracting(Contract::object).containsExactly("orders", "lines");
    assertThat(result.found().get(0).tables()).containsExactlyInAnyOrder("orders", "sales_orders");
    assertThat(result.found().get(1).tables()).containsExactly("lines");
  }

  @Test
  void anObjectOfADocumentIsThereOnce() {
    ContractParser.Result result =
        parse(
            Map.of(
                "shop.odcs.yaml",
                CONTRACT,
                "old/shop.odcs.yaml",
                CONTRACT.replace("lines", "stock").replace("1.0.0", "0.9.0"),
                "other.odcs.yaml",
                CONTRACT.replace("id: shop", "id: other")));

    assertThat(result.found()).isEmpty();
    assertThat(result.problems())
        .singleElement()
        .hasToString(
            "shop.odcs.yaml:7:12: 'name': the contract 'shop' has the object 'orders' also in"
                + " old/shop.odcs.yaml:7:12: expected it once");
  }

  @Test
  void aDocumentNeedsNoSchema() {
    String roles = CONTRACT.substring(0, CONTRACT.indexOf("schema:"));
    ContractParser.Result result =
        parse(
            Map.of(
                "roles.odcs.yaml",
                roles
                    + "roles: [{role: reader}]\nslaProperties: [{property: ly, value: 4, unit: d, element: t.c}]\n"));

    assertThat(result.problems()).isEmpty();
    assertThat(result.found()).isEmpty();
  }

  private static ContractParser.Result parse(Map<String, String> texts) {
    Map<String, byte[]> files = new HashMap<>();
    texts.forEach((name, text) -> files.put(name, text.getBytes(StandardCharsets.UTF_8)));
    return ContractParser.parse(
        Sources.of(files), new Extensions(Map.of(), Map.of(), Map.of(), Map.of(), Map.of()));
  }
}
