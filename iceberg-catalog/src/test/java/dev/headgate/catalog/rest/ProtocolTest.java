package dev.headgate.catalog.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.junit.jupiter.api.Test;

/** What is on the wire. */
class ProtocolTest extends EndpointTest {
  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(node -> texts.add(node.asText()));
    return texts;
  }

  @Test
  void configPinsTheInstant() {
    long head = lake().head();
    JsonNode config = http().get("/v1/config?warehouse=pinned").json();
    assertThat(config.at("/overrides/prefix").asText()).isEqualTo("instant-" + head);
    assertThat(config.at("/defaults/io-impl").asText())
        .isEqualTo("org.apache.iceberg.hadoop.HadoopFileIO");
    assertThat(http().get("/pinned/v1/config").json().at("/overrides/prefix").asText())
        .isEqualTo("instant-" + head);
  }

  @Test
  void aViewAdvertisesWhatCanBeDoneWithIt() {
    String create = "POST /v1/{prefix}/namespaces/{namespace}/tables";
    JsonNode main = http().get("/v1/config").json();
    assertThat(texts(main.get("endpoints")))
        .contains(create, "POST /v1/{prefix}/transactions/commit")
        .noneMatch(endpoint -> endpoint.contains("/plan") || endpoint.contains("/sign"));
    assertThat(main.get("idempotency-key-lifetime").asText()).isEqualTo("PT1H");
    JsonNode version = http().get("/v1/config?warehouse=version-0").json();
    assertThat(texts(version.get("endpoints")))
        .contains("GET /v1/{prefix}/namespaces/{namespace}/tables")
        .doesNotContain(create)
        .allMatch(e -> e.startsWith("GET") || e.startsWith("HEAD") || e.endsWith("/metrics"));
    assertThat(version.has("idempotency-key-lifetime")).isFalse();
  }

  @Test
  void theWarehouseCanBeInThePathWithAndWithoutPrefix() {
    lake().main().createTable(FLIGHTS, SCHEMA);
    for (String path : List.of("/v1/main", "/v1", "/main/v1", "/main/v1/main")) {
      Http.Answer tables = http().get(path + "/namespaces/ops/tables");
      assertThat(tables.json().at("/identifiers/0/name").asText()).isEqualTo("flights");
    }
    Http.Answer two = http().get("/main/v1/version-0/namespaces");
    assertThat(two.status()).isEqualTo(400);
    assertThat(two.message()).contains("main", "version-0");
  }

  @Test
  void namesAreDecodedOnce() {
    Namespace nested = Namespace.of("ops", "a/b c+d%.e");
    lake().main().createNamespace(nested);
    String path = "/v1/main/namespaces/ops%1Fa%2Fb%20c%2Bd%25.e";
    JsonNode namespace = http().get(path).json().get("namespace");
    assertThat(texts(namespace)).containsExactly(nested.levels());
    assertThat(http().get("/v1/main/namespaces?parent=ops").json().at("/namespaces/0/1").asText())
        .isEqualTo("a/b c+d%.e");
    TableIdentifier table = TableIdentifier.of(nested, "t / 100%");
    client("main").createTable(table, SCHEMA);
    assertThat(client("pinned").loadTable(table).schema().columns()).hasSize(1);
  }

  @Test
  void namesThatTheLakeCannotKeepAreRefused() {
    for (String name : List.of("", "a\\u001fb", "x".repeat(256))) {
      Http.Answer answer = http().post("/v1/main/namespaces", "{\"namespace\":[\"" + name + "\"]}");
      assertThat(answer.status()).as(name).isEqualTo(400);
    }
    assertThat(http().post("/v1/main/namespaces", "{\"namespace\":[]}").status()).isEqualTo(400);
  }

  @Test
  void listsComeInPages() {
    for (int i = 0; i < 5; i++) {
      lake().main().createTable(TableIdentifier.of(NS, "t" + i), SCHEMA);
    }
    String path = "/v1/main/namespaces/ops/tables?pageSize=2&pageToken=";
    JsonNode first = http().get(path).json();
    assertThat(first.get("identifiers")).hasSize(2);
    lake().main().dropTable(TableIdentifier.of(NS, "t0"));
    JsonNode second = http().get(path + first.get("next-page-token").asText()).json();
    assertThat(second.at("/identifiers/0/name").asText()).isEqualTo("t2");
    JsonNode third = http().get(path + second.get("next-page-token").asText()).json();
    assertThat(third.get("identifiers")).hasSize(1);
    assertThat(third.path("next-page-token").isNull() || !third.has("next-page-token")).isTrue();
    assertThat(http().get("/v1/main/namespaces?pageSize=none").status()).isEqualTo(400);
    assertThat(http().get("/v1/main/namespaces?pageSize=1&pageToken=*").status()).isEqualTo(400);
  }

  @Test
  void anUnchangedTableIsNotSentAgain() {
    Table flights = lake().main().createTable(FLIGHTS, SCHEMA);
    String path = "/v1/main/namespaces/ops/tables/flights";
    String etag = http().get(path).header("ETag");
    assertThat(http().get(path, "If-None-Match", etag).status()).isEqualTo(304);
    assertThat(http().get(path + "?snapshots=refs", "If-None-Match", etag).status()).isEqualTo(200);
    flights.newAppend().appendFile(file(1)).commit();
    assertThat(http().get(path, "If-None-Match", etag).status()).isEqualTo(200);
  }

  @Test
  void aTableThatWasGatedIsSentAgain() {
    lake().main().createTable(FLIGHTS, SCHEMA);
    String path = "/v1/main/namespaces/ops/tables/flights";
    String etag = http().get(path).header("ETag");
    lake().gate(java.util.Map.of(dev.headgate.catalog.state.Name.of(FLIGHTS), "no"), done -> {});
    Http.Answer again = http().get(path, "If-None-Match", etag);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.json().at("/metadata/properties/gc.enabled").asText()).isEqualTo("false");
  }

  @Test
  void snapshotsThatNothingRefersToCanBeLeftOut() {
    Table flights = lake().main().createTable(FLIGHTS, SCHEMA);
    flights.newAppend().appendFile(file(1)).commit();
    flights.newAppend().appendFile(file(2)).commit();
    String path = "/v1/main/namespaces/ops/tables/flights?snapshots=";
    assertThat(http().get(path + "all").json().at("/metadata/snapshots")).hasSize(2);
    assertThat(http().get(path + "refs").json().at("/metadata/snapshots")).hasSize(1);
    assertThat(http().get(path + "some").status()).isEqualTo(400);
  }

  @Test
  void existenceIsAskedWithoutABody() {
    lake().main().createTable(FLIGHTS, SCHEMA);
    byte[] none = new byte[0];
    assertThat(http().send("HEAD", "/v1/main/namespaces/ops", none).status()).isEqualTo(204);
    assertThat(http().send("HEAD", "/v1/main/namespaces/ops/tables/flights", none).status())
        .isEqualTo(204);
    assertThat(http().send("HEAD", "/v1/main/namespaces/ops/tables/nope", none).status())
        .isEqualTo(404);
    assertThat(http().send("HEAD", "/v1/main/namespaces/ops/views/flights", none).status())
        .isEqualTo(404);
  }

  @Test
  void metricsAreTaken() {
    lake().main().createTable(FLIGHTS, SCHEMA);
    String path = "/v1/version-0/namespaces/ops/tables/flights/metrics";
    String report =
        "{\"report-type\":\"scan-report\",\"table-name\":\"flights\",\"snapshot-id\":-1,"
            + "\"filter\":true,\"schema-id\":0,\"projected-field-ids\":[1],"
            + "\"projected-field-names\":[\"id\"],\"metrics\":{}}";
    assertThat(http().post(path, report).status()).isEqualTo(204);
  }

  @Test
  void malformedBodiesAreToldWhere() {
    Http.Answer answer = http().post("/v1/main/namespaces", "{\n  \"namespace\": [\"a\",,]\n}");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.message()).contains("line 2").contains("CreateNamespaceRequest");
    assertThat(http().post("/v1/main/namespaces", "[]").status()).isEqualTo(400);
    assertThat(http().post("/v1/main/namespaces", "null").status()).isEqualTo(400);
    assertThat(http().post("/v1/main/namespaces", "").status()).isEqualTo(400);
    assertThat(http().post("/v1/main/namespaces/ops/tables/t", "{\"updates\":7}").status())
        .isEqualTo(400);
    assertThat(http().post("/v1/main/transactions/commit", "{}").status()).isEqualTo(400);
  }

  @Test
  void fieldsOfTheFutureAreLetPass() {
    String body = "{\"namespace\":[\"b\"],\"properties\":{},\"colour\":{\"r\":1}}";
    assertThat(http().post("/v1/main/namespaces", body).status()).isEqualTo(200);
  }

  @Test
  void bodiesMayBeCompressed() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write("{\"namespace\":[\"zipped\"]}".getBytes(StandardCharsets.UTF_8));
    }
    String path = "/v1/main/namespaces";
    Http.Answer made = http().send("POST", path, bytes.toByteArray(), "Content-Encoding", "gzip");
    assertThat(made.status()).isEqualTo(200);
    assertThat(http().post(path, "x", "Content-Encoding", "br").status()).isEqualTo(415);
    assertThat(http().post(path, "x", "Content-Encoding", "gzip").status()).isEqualTo(400);
  }

  @Test
  void aBodyHasALimitAlsoWhenItIsCompressed() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      byte[] spaces = " ".repeat(1024 * 1024).getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < 65; i++) {
        gzip.write(spaces);
      }
    }
    Http.Answer answer =
        http().send("POST", "/v1/main/namespaces", bytes.toByteArray(), "Content-Encoding", "gzip");
    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.message()).contains("64 MB");
  }

  @Test
  void whatIsNotSupportedSaysSo() {
    lake().main().createTable(FLIGHTS, SCHEMA);
    String table = "/v1/main/namespaces/ops/tables/flights";
    assertThat(http().post(table + "/plan", "{}").status()).isEqualTo(501);
    assertThat(http().get(table + "/credentials").message()).contains("not supported");
    assertThat(http().get("/v1/main/nonsense").status()).isEqualTo(404);
    assertThat(http().get("/nonsense").status()).isEqualTo(404);
    Http.Answer put = http().send("PUT", table, new byte[] {'x'});
    assertThat(put.status()).isEqualTo(405);
    assertThat(put.message()).contains("DELETE, GET, HEAD, POST");
  }

  @Test
  void clientsSeeNoInsides() {
    lake().main().createTable(FLIGHTS, SCHEMA);
    testLake().sql("ALTER TABLE lake_pointer RENAME TO lost");
    Http.Answer answer = http().get("/v1/main/namespaces/ops/tables/flights");
    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.message()).contains("the server failed").doesNotContain("lake_pointer");
    assertThat(answer.json().at("/error/stack").size()).isZero();
  }
}
