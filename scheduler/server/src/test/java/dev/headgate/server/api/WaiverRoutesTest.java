package dev.headgate.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.headgate.model.ErrorCode;
import dev.headgate.model.HeadgateException;
import dev.headgate.server.Http;
import dev.headgate.server.TestServer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WaiverRoutesTest {
  private static final String WAIVERS = "/api/v1/waivers";
  private static TestServer server;
  private static Http http;

  @BeforeAll
  static void start(@TempDir Path home) throws Exception {
    server = TestServer.start(home);
    http = new Http(server.url());
    assertThat(http.post("/api/v1/apply", Http.definitions("")).statusCode()).isEqualTo(200);
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  private static JsonNode waive(String scope) throws Exception {
    return http.postJson(
        WAIVERS,
        Map.of("rule", "rows", "scope", scope, "reason", "it is repaired", "until", "P30D"));
  }

  private static List<String> names(JsonNode object) {
    return object.properties().stream().map(Map.Entry::getKey).toList();
  }

  @Test
  void aWaiverHasTheKeysThatScriptsRelyOn() throws Exception {
    long release =
        http.postJson("/api/v1/products/sales.revenue/build", Map.of()).at("/release/id").asLong();

    JsonNode waived = waive("sales.orders");

    assertThat(names(waived)).containsExactly("waiver", "judgedAgain");
    assertThat(waived.get("judgedAgain").get(0).asLong()).isEqualTo(release);
    JsonNode waiver = waived.get("waiver");
    assertThat(names(waiver))
        .containsExactly(
            "id", "rule", "scope", "reason", "actor", "since", "until", "inForce", "renews",
            "revoked");
    assertThat(waiver.get("actor").asText()).isEqualTo("ana");
    assertThat(waiver.get("inForce").asBoolean()).isTrue();
    assertThat(waiver.get("renews").isNull()).isTrue();
    assertThat(Instant.parse(waiver.get("until").asText()))
        .isBetween(
            Instant.now().plus(Duration.ofDays(30)).minusSeconds(60),
            Instant.now().plus(Duration.ofDays(30)));
  }

  @Test
  void aWaiverShowsWhereItsProductIs() throws Exception {
    long own = waive("sales.revenue").at("/waiver/id").asLong();
    long other = waive("sales.elsewhere").at("/waiver/id").asLong();

    JsonNode product = http.getJson("/api/v1/products/sales.revenue");
    assertThat(product.get("waivers").findValuesAsText("id"))
        .contains("" + own)
        .doesNotContain("" + other);
    assertThat(product.at("/grade/reasons").findValuesAsText("message"))
        .anyMatch(message -> message.contains("of 'rows' for sales"));
    JsonNode status = http.getJson("/api/v1/status").at("/products/0");
    assertThat(status.get("waivers")).isEqualTo(product.get("waivers"));
    assertThat(status.get("grade")).isEqualTo(product.at("/grade/grade"));
  }

  @Test
  void thoseInForceAreListedAndOthersOnRequest() throws Exception {
    long kept = waive("sales.kept").at("/waiver/id").asLong();
    long ended = waive("sales.ended").at("/waiver/id").asLong();
    JsonNode revoked =
        http.json(http.send("DELETE", WAIVERS + "/" + ended, "", "X-Headgate-Actor", "ana"));
    assertThat(revoked.at("/waiver/inForce").asBoolean()).isFalse();
    assertThat(revoked.at("/waiver/revoked").isNull()).isFalse();

    JsonNode listed = http.getJson(WAIVERS);
    assertThat(names(listed)).containsExactly("waivers", "domains");
    assertThat(names(listed.get("domains").get(0)))
        .containsExactly("domain", "inForce", "all", "renewals");
    assertThat(listed.get("waivers").findValuesAsText("id")).contains("" + kept);
    assertThat(listed.get("waivers").findValuesAsText("id")).doesNotContain("" + ended);
    assertThat(http.getJson(WAIVERS + "?ended=true").get("waivers").findValuesAsText("id"))
        .contains("" + kept, "" + ended);
    assertThat(http.getJson(WAIVERS + "?scope=sales.kept").get("waivers").findValuesAsText("id"))
        .containsExactly("" + kept);
    assertThat(http.get(WAIVERS + "?ended=perhaps").statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rule", "scope", "reason", "until"})
  void everythingMustBeGiven(String missing) throws Exception {
    Map<String, String> body =
        new HashMap<>(Map.of("rule", "r", "scope", "sales", "reason", "why", "until", "P1D"));
    body.remove(missing);
    var answer = http.post(WAIVERS, body);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("'" + missing + "' must be given");
  }

  @Test
  void whoeverChangesSomethingHasAName() throws Exception {
    long id = waive("sales").at("/waiver/id").asLong();

    assertThat(http.send("DELETE", WAIVERS + "/" + id, "").statusCode()).isEqualTo(400);
    assertThat(http.getJson(WAIVERS).get("waivers").findValuesAsText("id")).contains("" + id);
  }

  @ParameterizedTest
  @CsvSource({
    "P30D, 2001-07-31T06:00:00Z",
    "p1m, 2001-08-01T06:00:00Z",
    "PT12H, 2001-07-01T18:00:00Z",
    "2001-08-01, 2001-08-01T00:00:00Z",
    "2001-08-01T10:00:00Z, 2001-08-01T10:00:00Z",
    "' 2001-08-01T10:00:00+02:00', 2001-08-01T08:00:00Z"
  })
  void anEndIsATimeADateOrALength(String text, Instant end) {
    assertThat(Until.parse(text, Instant.parse("2001-07-01T06:00:00Z"))).isEqualTo(end);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"tomorrow", "30", "P", "PT", "2001-02-30", "2001-08-01T25:00:00Z", "P9999999999D"})
  void whatIsNoEndIsRefused(String text) {
    assertThatThrownBy(() -> Until.parse(text, Instant.EPOCH))
        .isInstanceOf(HeadgateException.class)
        .hasMessageContaining("'" + text + "'")
        .hasMessageContaining("P30D")
        .extracting(e -> ((HeadgateException) e).code())
        .isEqualTo(ErrorCode.INVALID_REQUEST);
  }
}
