package dev.headgate.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.headgate.model.release.ReleaseState;
import dev.headgate.server.Http;
import dev.headgate.server.TestServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The description and the routes say the same. */
class OpenApiTest {
  private static TestServer server;
  private static Http http;
  private static JsonNode description;

  @BeforeAll
  static void start(@TempDir Path home) throws Exception {
    server = TestServer.start(home);
    http = new Http(server.url());
    description = http.getJson("/api/openapi.json");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void everyRouteIsDescribedAndTheOtherWayRound() {
    Set<String> described = new TreeSet<>();
    description
        .get("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .fieldNames()
                    .forEachRemaining(
                        method ->
                            described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));

    assertThat(server.routes()).containsExactlyElementsOf(described);
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    List<JsonNode> references = description.findValues("$ref");
    assertThat(references)
        .isNotEmpty()
        .allSatisfy(
            reference ->
                assertThat(description.at(reference.asText().substring(1)).isMissingNode())
                    .as(reference.asText())
                    .isFalse());
  }

  @Test
  void whatScriptsRelyOnIsDescribedAsItIs() throws Exception {
    http.post("/api/v1/apply", Http.definitions(""));
    long id =
        http.postJson("/api/v1/products/sales.revenue/build", Map.of()).at("/release/id").asLong();

    assertThat(names(http.getJson("/api/v1/releases").get(0))).isEqualTo(described("Release"));
    assertThat(names(http.getJson("/api/v1/status"))).isEqualTo(described("Status"));
    assertThat(names(http.getJson("/api/v1/products").get(0))).isEqualTo(described("Product"));
    assertThat(names(http.getJson("/api/v1/products/sales.revenue")))
        .isEqualTo(described("Product"));
    assertThat(names(http.getJson("/api/v1/status").at("/products/0")))
        .isEqualTo(
            names(
                description.at("/components/schemas/Status/properties/products/items/properties")));
    assertThat(names(http.getJson("/api/v1/products/sales.revenue/why")))
        .isEqualTo(described("Why"));
    assertThat(names(http.getJson("/api/v1/audit").get(0))).isEqualTo(described("AuditRow"));
    JsonNode waived =
        http.postJson(
            "/api/v1/waivers",
            Map.of("rule", "r", "scope", "sales", "reason", "why", "until", "P1D"));
    assertThat(names(waived)).isEqualTo(described("Waived"));
    assertThat(names(waived.get("waiver"))).isEqualTo(described("Waiver"));
    assertThat(names(http.getJson("/api/v1/waivers"))).isEqualTo(described("Waivers"));
    assertThat(names(http.postJson("/api/v1/checks", Map.of()))).isEqualTo(described("Checked"));
    assertThat(names(http.getJson("/health"))).isEqualTo(described("Health"));
    Set<String> details = described("Release");
    details.addAll(names(description.at("/components/schemas/ReleaseDetails/allOf/1/properties")));
    assertThat(names(http.getJson("/api/v1/releases/" + id))).isEqualTo(details);
  }

  @Test
  void statesAreDescribed() {
    List<String> states = new ArrayList<>();
    description
        .at("/components/schemas/Release/properties/state/enum")
        .forEach(state -> states.add(state.asText()));
    assertThat(states)
        .containsExactly(
            Arrays.stream(ReleaseState.values()).map(Enum::name).toArray(String[]::new));
  }

  private static Set<String> described(String schema) {
    return names(description.at("/components/schemas/" + schema + "/properties"));
  }

  private static Set<String> names(JsonNode object) {
    Set<String> names = new TreeSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
