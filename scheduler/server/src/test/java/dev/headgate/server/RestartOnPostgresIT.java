package dev.headgate.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.headgate.server.home.Home;
import dev.headgate.server.home.Installation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.iceberg.DataFiles;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.rest.RESTCatalog;
import org.apache.iceberg.types.Types;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A whole server, with its engine, lake and schedules, on PostgreSQL; releases are open ones, so no
 * job runs.
 */
class RestartOnPostgresIT {
  private static final String PRODUCT = "/api/v1/products/sales.revenue";
  private static final TableIdentifier ORDERS = TableIdentifier.of("sales", "orders");
  private static final Schema SCHEMA =
      new Schema(Types.NestedField.required(1, "id", Types.LongType.get()));

  /** What must be as it was; the products' states are in the status. */
  private static final List<String> STATE =
      List.of(
          "/api/v1/releases",
          "/api/v1/status",
          "/api/v1/products",
          "/api/v1/versions",
          "/api/v1/tables",
          "/api/v1/audit",
          PRODUCT + "/why");

  private static final String TRIGGERS =
      "SELECT t.trigger_name, t.job_name, t.start_time, c.cron_expression, c.time_zone_id"
          + " FROM qrtz_triggers t JOIN qrtz_cron_triggers c"
          + " ON c.trigger_name = t.trigger_name AND c.sched_name = t.sched_name";

  @TempDir Path folder;
  private PostgresDatabase database;

  @BeforeEach
  void createDatabase() throws Exception {
    database = new PostgresDatabase();
    Files.createDirectories(folder.resolve("installation/plugins"));
  }

  @Test
  void whatIsThereBeforeAStopIsThereAfterTheNextStart() throws Exception {
    Map<String, JsonNode> before = new TreeMap<>();
    HeadgateServer first = start();
    try {
      Http http = new Http(first.url());
      assertThat(http.getJson("/health").at("/checks/database/detail").asText())
          .isEqualTo("PostgreSQL");
      apply(http);
      cancelOne(http);
      promoteOne(http);
      read(http, before);
    } finally {
      assertThat(first.stop()).isTrue();
    }
    List<List<String>> triggers = database.rows(TRIGGERS);
    assertThat(triggers).hasSize(1);
    assertThat(triggers.get(0)).contains("sales.revenue", "0 30 6 * * ?", "America/New_York");
    database.execute(
        "INSERT INTO hg_outbox (tries, delivered_at, body) VALUES (77, TIMESTAMP '2001-07-01', '')");

    HeadgateServer second = start();
    try {
      Http http = new Http(second.url());
      Map<String, JsonNode> after = new TreeMap<>();
      read(http, after);
      assertThat(after).isEqualTo(before);
      assertThat(http.getJson("/api/v1/audit/verify").get("holds").asBoolean()).isTrue();
      assertThat(rowsIn(http, "version-1")).isEqualTo("5");
      await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(
              () ->
                  assertThat(database.rows("SELECT number FROM hg_outbox WHERE tries = 77"))
                      .as("delivered long ago")
                      .isEmpty());
    } finally {
      assertThat(second.stop()).isTrue();
    }
    assertThat(database.rows(TRIGGERS)).as("kept, not made anew").isEqualTo(triggers);
    assertThat(folder.resolve("home/db")).isEmptyDirectory();
  }

  private HeadgateServer start() throws Exception {
    return HeadgateServer.start(
        new ServerOptions(
            new Home(folder.resolve("home")),
            new Installation(folder.resolve("installation")),
            database.settings()));
  }

  private static void apply(Http http) throws Exception {
    String trigger = "trigger:\n  any:\n    - {cron: \"30 6 * * *\", zone: America/New_York}\n";
    assertThat(http.post("/api/v1/apply", Http.definitions(trigger)).statusCode()).isEqualTo(200);
  }

  private static void cancelOne(Http http) throws Exception {
    long id = http.postJson(PRODUCT + "/open", Map.of()).get("id").asLong();
    JsonNode cancelled =
        http.postJson("/api/v1/releases/" + id + "/cancel", Map.of("reason", "wrong day"));
    assertThat(cancelled.get("state").asText()).isEqualTo("CANCELLED");
  }

  private static void promoteOne(Http http) throws Exception {
    JsonNode opened = http.postJson(PRODUCT + "/open", Map.of());
    String release = "/api/v1/releases/" + opened.get("id").asLong();
    write(opened);
    assertThat(http.post(release + "/close", Map.of()).statusCode()).isEqualTo(200);
    awaitState(http, release, "AWAITING_APPROVAL");
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(http.getJson(PRODUCT + "/why").at("/decision/because/0").asText())
                    .startsWith("release " + opened.get("id") + " is awaiting approval, judged at")
                    .contains("1 approval by"));
    assertThat(http.post(release + "/approve", Map.of()).statusCode()).isEqualTo(200);
    awaitState(http, release, "PROMOTED");
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> http.getJson(PRODUCT + "/why").at("/decision/because/0").asText(),
            because -> !because.contains("awaiting approval"));
  }

  /** As any program does that speaks Iceberg REST. */
  private static void write(JsonNode opened) throws Exception {
    try (RESTCatalog branch =
        client(
            opened.get("uri").asText(),
            opened.get("warehouse").asText(),
            Map.of("token", opened.get("token").asText()))) {
      branch.createNamespace(ORDERS.namespace());
      branch
          .createTable(ORDERS, SCHEMA)
          .newAppend()
          .appendFile(
              DataFiles.builder(PartitionSpec.unpartitioned())
                  .withPath("/data/orders.parquet")
                  .withFileSizeInBytes(100)
                  .withRecordCount(5)
                  .build())
          .commit();
    }
  }

  private static String rowsIn(Http http, String warehouse) throws Exception {
    try (RESTCatalog view = client(http.url() + "/iceberg", warehouse, Map.of())) {
      return view.loadTable(ORDERS).currentSnapshot().summary().get("total-records");
    }
  }

  private static RESTCatalog client(String uri, String warehouse, Map<String, String> properties) {
    Map<String, String> all = new TreeMap<>(properties);
    all.put("uri", uri);
    all.put("warehouse", warehouse);
    RESTCatalog client = new RESTCatalog();
    client.initialize(warehouse, all);
    return client;
  }

  private static void awaitState(Http http, String release, String state) {
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () -> assertThat(http.getJson(release).get("state").asText()).isEqualTo(state));
  }

  private static void read(Http http, Map<String, JsonNode> state) throws Exception {
    for (String path : STATE) {
      state.put(path, http.getJson(path));
    }
  }
}
