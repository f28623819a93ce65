package dev.headgate.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.release.ReleaseState;
import dev.headgate.model.store.Store;
import dev.headgate.server.Http;
import dev.headgate.server.TestServer;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApiTest {
  private static final String PRODUCT = "/api/v1/products/sales.revenue";
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

  @Test
  void releasesHaveTheKeysThatScriptsRelyOn() throws Exception {
    long id = build();

    JsonNode listed = http.getJson("/api/v1/releases?product=sales.revenue&limit=1").get(0);

    assertThat(keys(listed))
        .containsExactly(
            "id",
            "product",
            "kind",
            "state",
            "reason",
            "blockedBy",
            "warehouse",
            "lakeVersion",
            "createdAt",
            "endedAt");
    assertThat(listed.get("id").asLong()).isEqualTo(id);
    assertThat(listed.get("warehouse").asText()).isEqualTo("release-" + id);
    assertThat(listed.get("lakeVersion").isNull()).isTrue();
    assertThat(listed.get("endedAt").isNull()).isTrue();
    assertThat(listed.get("createdAt").asText()).endsWith("Z");
  }

  @Test
  void statusHasTheKeysThatScriptsRelyOn() throws Exception {
    long id = build();
    server.engine().move(id, ReleaseState.CHECKING, Optional.empty());
    http.post("/api/v1/releases/" + id + "/promote", Map.of());

    JsonNode status = http.getJson("/api/v1/status");

    assertThat(keys(status)).containsExactly("lakeVersion", "products");
    JsonNode product = status.get("products").get(0);
    assertThat(keys(product))
        .containsExactly(
            "product",
            "state",
            "currentRelease",
            "datasets",
            "breaches",
            "endingInputs",
            "grade",
            "waivers");
    assertThat(product.get("currentRelease").asLong()).isEqualTo(id);
    JsonNode dataset = product.get("datasets").get(0);
    assertThat(keys(dataset)).containsExactly("name", "snapshotId", "rows");
    assertThat(dataset.get("name").asText()).isEqualTo("sales.orders");
    assertThat(dataset.get("snapshotId").asLong()).isEqualTo(7_000_000_000_000_000_001L);
    assertThat(dataset.get("rows").asLong()).isEqualTo(42);
    assertThat(http.getJson("/api/v1/versions").get(0).get("release").asLong()).isEqualTo(id);
    assertThat(http.getJson("/api/v1/tables").get(0).get("gated").asBoolean()).isTrue();
  }

  @Test
  void aServiceLevelThatIsNotMetShowsWhereItsProductIs() throws Exception {
    DatasetName orders = DatasetName.parse("sales.orders");
    Instant since = Instant.parse("2001-07-01T06:00:00Z");
    Store store = server.engine().store();
    store.transact(tx -> tx.breaches().open(orders, "latency", "is 27 h old", since));
    store.transact(
        tx -> tx.breaches().open(DatasetName.parse("other.orders"), "latency", "m", since));

    JsonNode breaches = http.getJson(PRODUCT).get("breaches");
    assertThat(breaches).hasSize(1);
    assertThat(keys(breaches.get(0))).containsExactly("dataset", "property", "message", "since");
    assertThat(breaches.get(0).get("message").asText()).isEqualTo("is 27 h old");
    assertThat(breaches.get(0).get("since").asText()).isEqualTo("2001-07-01T06:00:00Z");
    assertThat(http.getJson("/api/v1/products").get(0).get("breaches")).isEqualTo(breaches);
    assertThat(http.getJson("/api/v1/status").at("/products/0/breaches")).isEqualTo(breaches);

    store.transact(tx -> tx.breaches().close(orders, "latency", since));
    assertThat(http.getJson(PRODUCT).get("breaches")).isEmpty();
    assertThat(http.get("/api/v1/products/sales.other").statusCode()).isEqualTo(404);
  }

  @Test
  void openSaysHowToWrite() throws Exception {
    JsonNode opened = http.postJson(PRODUCT + "/open", Map.of());

    assertThat(keys(opened)).containsExactly("id", "warehouse", "uri", "token");
    JsonNode closed = http.postJson("/api/v1/releases/" + opened.get("id") + "/close", Map.of());
    assertThat(closed.get("state").asText()).isEqualTo("CHECKING");
  }

  @Test
  void oneReleaseShowsRunsAndWhatItWouldChange() throws Exception {
    JsonNode shown = http.getJson("/api/v1/releases/" + build());

    assertThat(shown.get("state").asText()).isEqualTo("BUILDING");
    assertThat(shown.get("requestedBy").asText()).isEqualTo("ana");
    assertThat(shown.get("approvalsNeeded").asInt()).isEqualTo(1);
    assertThat(shown.get("runs").get(0).get("dataset").asText()).isEqualTo("sales.orders");
    assertThat(shown.get("changes").get(0).get("kind").asText()).isEqualTo("CHANGED");
    assertThat(shown.get("verdict").isNull()).isTrue();
  }

  @Test
  void aReleaseCanBeCancelledRejectedAndRetriedWithAReason() throws Exception {
    long id = build();
    assertThat(http.post("/api/v1/releases/" + id + "/cancel", Map.of()).statusCode())
        .isEqualTo(400);
    JsonNode cancelled =
        http.postJson("/api/v1/releases/" + id + "/cancel", Map.of("reason", "wrong day"));
    assertThat(cancelled.get("reason").asText()).isEqualTo("wrong day");
    HttpResponse<String> again =
        http.post("/api/v1/releases/" + id + "/reject", Map.of("reason", "no"));
    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(http.json(again).get("code").asText()).isEqualTo("WRONG_STATE");
    JsonNode retried = http.postJson("/api/v1/releases/" + id + "/retry", Map.of());
    assertThat(retried.get("release").get("id").asLong()).isGreaterThan(id);
  }

  @Test
  void approvingAnotherDigestIsAConflict() throws Exception {
    long id = build();
    server.engine().move(id, ReleaseState.CHECKING, Optional.empty());
    server.engine().move(id, ReleaseState.AWAITING_APPROVAL, Optional.empty());

    assertThat(
            http.json(http.post("/api/v1/releases/" + id + "/approve", Map.of("digest", "x")))
                .get("code")
                .asText())
        .isEqualTo("DIGEST_CHANGED");
    assertThat(http.postJson("/api/v1/releases/" + id + "/approve", Map.of()).get("state").asText())
        .isEqualTo("PROMOTED");
  }

  @Test
  void pauseShowsInWhy() throws Exception {
    JsonNode why = http.postJson(PRODUCT + "/pause", Map.of("reason", "audit"));

    assertThat(why.get("state").asText()).isEqualTo("PAUSED");
    assertThat(why.get("paused").get("actor").asText()).isEqualTo("ana");
    assertThat(why.get("decision").get("kind").asText()).isEqualTo("WAIT");
    assertThat(http.postJson(PRODUCT + "/resume", Map.of()).get("paused").isNull()).isTrue();
    assertThat(http.getJson(PRODUCT + "/why").get("decision").get("blockedBy").size()).isEqualTo(1);
  }

  @Test
  void aLogIsReadFromWhereTheReaderIs() throws Exception {
    String run = build() + "-orders";
    HttpResponse<String> nothing = http.get("/api/v1/runs/" + run + "/log");
    assertThat(nothing.body()).isEmpty();
    assertThat(nothing.headers().firstValue(RunRoutes.STATE)).hasValue("RUNNING");

    Files.writeString(server.log(run), "first\nsecond\n");
    HttpResponse<String> rest = http.get("/api/v1/runs/" + run + "/log?offset=6");

    assertThat(rest.body()).isEqualTo("second\n");
    assertThat(rest.headers().firstValue(RunRoutes.OFFSET)).hasValue("13");
    assertThat(http.get("/api/v1/runs/" + run + "/log?offset=99").body()).isEmpty();
    assertThat(http.get("/api/v1/runs/99-x/log").statusCode()).isEqualTo(404);
  }

  @Test
  void aQueryKeepsTypesAndSaysWhereItWasAsked() throws Exception {
    server.lake().promote(dev.headgate.model.product.DatasetName.parse("sales.orders"), 1, 1);

    JsonNode answer = http.postJson("/api/v1/sql", Map.of("query", "select 1"));

    assertThat(answer.get("at").asText()).isEqualTo("main");
    assertThat(answer.get("columns").get(1).get("type").asText()).isEqualTo("decimal(38,2)");
    assertThat(answer.get("rows").get(0).get(0).asText()).isEqualTo("2001-06-30");
    assertThat(answer.get("rows").get(0).get(1).toString()).isEqualTo("1000");
    assertThat(answer.get("rows").get(0).get(2).isNull()).isTrue();
    assertThat(http.post("/api/v1/sql", Map.of("query", TestServer.BAD_QUERY)).statusCode())
        .isEqualTo(502);
    assertThat(http.post("/api/v1/sql", Map.of("query", "x", "at", "version-99")).statusCode())
        .isEqualTo(404);
    assertThat(http.post("/api/v1/sql", Map.of("query", "x", "maxRows", 0)).statusCode())
        .isEqualTo(400);
  }

  @Test
  void auditIsListedAndVerified() throws Exception {
    build();

    assertThat(http.getJson("/api/v1/audit?limit=1").get(0).get("actor").asText()).isEqualTo("ana");
    JsonNode verified = http.getJson("/api/v1/audit/verify");
    assertThat(verified.get("holds").asBoolean()).isTrue();
    assertThat(verified.get("rows").asLong()).isPositive();
    assertThat(verified.get("problem").isNull()).isTrue();
  }

  @Test
  void aSubmissionIsCheckedAsAPipelinesJob() throws Exception {
    HttpResponse<String> unknown =
        http.post(
            PRODUCT + "/submit",
            Map.of(
                "type", "spark-app", "settings", Map.of("jar", "s3a://b/a.jar", "mainKlass", "X")));
    assertThat(unknown.statusCode()).isEqualTo(400);
    assertThat(unknown.body()).contains("mainKlass");

    JsonNode submitted =
        http.postJson(
            PRODUCT + "/submit",
            Map.of(
                "type",
                "spark-app",
                "settings",
                Map.of("jar", "s3a://b/a.jar", "mainClass", "a.B", "args", List.of("1"))));
    assertThat(submitted.get("release").get("kind").asText()).isEqualTo("SUBMIT");
  }

  @Test
  void productsAreListedWithOwnersAndInputs() throws Exception {
    JsonNode product = http.getJson("/api/v1/products").get(0);

    assertThat(product.get("product").asText()).isEqualTo("sales.revenue");
    assertThat(product.get("owners").get(0).asText()).isEqualTo("ana");
    assertThat(product.get("approvalsNeeded").asInt()).isEqualTo(1);
    assertThat(product.get("descriptor").isNull()).isTrue();
  }

  @Test
  void aDescriptorSaysWhoOwnsAProduct() throws Exception {
    http.postJson(
        "/api/v1/apply",
        Http.described(
            """
            apiVersion: v1.1.0
            kind: DataProduct
            id: revenue
            version: 1.2.0
            description: {purpose: What was earned.}
            outputPorts: [{name: orders}]
            team: {members: [{username: zoe, role: Owner}]}
            """));
    JsonNode product = http.getJson(PRODUCT);
    http.postJson("/api/v1/apply", Http.definitions(""));

    assertThat(product.get("owners").toString()).isEqualTo("[\"zoe\"]");
    assertThat(product.at("/descriptor/purpose").asText()).isEqualTo("What was earned.");
    assertThat(product.at("/descriptor/version").asText()).isEqualTo("1.2.0");
    assertThat(product.at("/descriptor/outputPorts/0").toString())
        .isEqualTo("{\"name\":\"orders\",\"version\":null,\"contractId\":null}");
  }

  private static long build() throws Exception {
    return http.postJson(PRODUCT + "/build", Map.of()).get("release").get("id").asLong();
  }

  private static List<String> keys(JsonNode node) {
    List<String> keys = new ArrayList<>();
    node.fieldNames().forEachRemaining(keys::add);
    return keys;
  }
}
