package dev.headgate.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.headgate.distribution.LocalServer.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DataFiles;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.rest.RESTCatalog;
import org.apache.iceberg.types.Types;
import org.awaitility.Awaitility;

/**
 * A server with its engine, its lake and the shipped checks, and a product with a check that
 * blocks: fewer than 100 orders, as the manifests count them. 10 were promoted, then 20. {@code
 * sales.lines} is gated and not there yet; {@code sales.mine} is anyone's.
 */
final class GatedShop implements AutoCloseable {
  static final String PRODUCT = "sales.shop";
  static final Namespace SALES = Namespace.of("sales");
  static final TableIdentifier ORDERS = TableIdentifier.of(SALES, "orders");
  static final TableIdentifier LINES = TableIdentifier.of(SALES, "lines");
  static final TableIdentifier MINE = TableIdentifier.of(SALES, "mine");
  static final Schema SCHEMA =
      new Schema(Types.NestedField.required(1, "id", Types.LongType.get()));

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private final LocalServer server;

  GatedShop(Path folder) throws Exception {
    server = new LocalServer(folder);
    apply("mustBeLessThan: 100");
    try (RESTCatalog main = server.view("main")) {
      main.createNamespace(SALES);
      main.createTable(MINE, SCHEMA);
    }
    promoted(10);
    promoted(10);
  }

  LocalServer server() {
    return server;
  }

  /** What the check on the number of orders says. */
  void apply(String operator) throws Exception {
    String domain = "domain: sales\nowners: [ana]\ngroups: {owners: [ana]}\n";
    String pipeline =
        """
        product: sales.shop
        datasets:
          orders:
            job: {type: open}
            checks: [{name: not too many, metric: rowCount, %s}]
          lines: {job: {type: open}}
        promotion:
          approvals: {need: 1, from: [owners]}
        """
            .formatted(operator);
    Answer applied =
        server.post(
            "/apply",
            Map.of(
                "root",
                "/",
                "files",
                Map.of(
                    "domain.yaml", Map.of("text", domain),
                    "pipeline.yaml", Map.of("text", pipeline))));
    assertThat(applied.status()).as(applied.body().toString()).isEqualTo(200);
  }

  /** A file with rows that nobody reads. */
  static DataFile rows(long count) {
    return DataFiles.builder(PartitionSpec.unpartitioned())
        .withPath("/data/" + System.nanoTime() + ".parquet")
        .withFileSizeInBytes(100)
        .withRecordCount(count)
        .build();
  }

  /** A release that is being written, with so many orders more. */
  Opened opened(long more) throws Exception {
    JsonNode answer = server.post("/products/" + PRODUCT + "/open", Map.of()).body();
    Opened opened =
        new Opened(
            answer.path("id").asLong(),
            answer.path("warehouse").asText(),
            answer.path("token").asText());
    await(opened, "BUILDING");
    try (RESTCatalog branch = server.view(opened.warehouse(), "token", opened.token())) {
      Table orders =
          branch.tableExists(ORDERS)
              ? branch.loadTable(ORDERS)
              : branch.createTable(ORDERS, SCHEMA);
      orders.newAppend().appendFile(rows(more)).commit();
    }
    return opened;
  }

  /** One that its judges held because of the check. */
  Opened held() throws Exception {
    Opened opened = opened(1000);
    assertThat(server.post(opened.path() + "/close", Map.of()).status()).isEqualTo(200);
    awaitHeldByItsCheck(opened);
    return opened;
  }

  Opened promoted(long more) throws Exception {
    Opened opened = opened(more);
    assertThat(server.post(opened.path() + "/close", Map.of()).status()).isEqualTo(200);
    await(opened, "AWAITING_APPROVAL");
    assertThat(server.post(opened.path() + "/approve", Map.of()).status()).isEqualTo(200);
    await(opened, "PROMOTED");
    return opened;
  }

  void awaitHeldByItsCheck(Opened release) throws Exception {
    assertThat(await(release, "HELD").path("reason").asText())
        .contains("not too many", "expected less than 100");
  }

  JsonNode await(Opened release, String state) throws Exception {
    return Awaitility.await("release " + release.id())
        .atMost(PATIENCE)
        .until(
            () -> server.get(release.path()).body(),
            r -> {
              assertThat(r.path("state").asText()).isNotEqualTo("FAILED");
              return r.path("state").asText().equals(state);
            });
  }

  /** Everything that main shows: tables with their snapshots, refs and rows, views, versions. */
  String main() throws Exception {
    Map<String, String> shown = new TreeMap<>();
    try (RESTCatalog main = server.view("main")) {
      for (Namespace namespace : main.listNamespaces()) {
        for (TableIdentifier name : main.listTables(namespace)) {
          shown.put("table " + name, content(main.loadTable(name)));
        }
        main.listViews(namespace).forEach(v -> shown.put("view " + v, "there"));
      }
    }
    shown.put("versions", server.get("/versions").body().toString());
    return shown.toString();
  }

  private static String content(Table table) throws IOException {
    List<String> files = new ArrayList<>();
    try (CloseableIterable<FileScanTask> tasks = table.newScan().planFiles()) {
      tasks.forEach(task -> files.add(task.file().location() + " " + task.file().recordCount()));
    }
    return table.schema()
        + " "
        + new TreeMap<>(table.refs())
        + " "
        + files.stream().sorted().toList();
  }

  /** So that the next test begins alone. */
  void cancelAll() throws Exception {
    for (JsonNode release : server.get("/releases?limit=100").body()) {
      if (!List.of("PROMOTED", "FAILED", "REJECTED", "CANCELLED", "SUPERSEDED")
          .contains(release.path("state").asText())) {
        server.post(
            "/releases/" + release.path("id").asLong() + "/cancel", Map.of("reason", "over"));
      }
    }
  }

  long releases() throws Exception {
    return StreamSupport.stream(server.get("/releases?limit=100").body().spliterator(), false)
        .count();
  }

  @Override
  public void close() {
    server.close();
  }

  /** A release that is written from outside. */
  record Opened(long id, String warehouse, String token) {
    String path() {
      return "/releases/" + id;
    }
  }
}
