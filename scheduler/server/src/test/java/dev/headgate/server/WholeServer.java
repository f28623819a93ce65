package dev.headgate.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.headgate.server.home.Home;
import dev.headgate.server.home.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DataFiles;
import org.apache.iceberg.Table;
import org.apache.iceberg.rest.RESTCatalog;
import org.awaitility.Awaitility;

/**
 * A server with its own engine and lake, on H2 and without plugins; releases are open ones, written
 * over HTTP as any program does that speaks Iceberg REST.
 */
final class WholeServer implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final HeadgateServer server;
  private final Http http;

  WholeServer(Path folder) throws Exception {
    Path installation = folder.resolve("installation");
    Files.createDirectories(installation.resolve("plugins"));
    server =
        HeadgateServer.start(
            new ServerOptions(
                new Home(folder.resolve("home")),
                new Installation(installation),
                Map.of("http.port", "0")));
    http = new Http(server.url());
  }

  Http http() {
    return http;
  }

  /** Applies files by their paths. */
  void apply(Map<String, String> files) throws Exception {
    Map<String, Object> texts = new HashMap<>();
    files.forEach((path, text) -> texts.put(path, Map.of("text", text)));
    var answer = http.post("/api/v1/apply", Map.of("root", "/", "files", texts));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  /** Opens a release of a product. */
  Opened open(String product) throws Exception {
    JsonNode opened = http.postJson("/api/v1/products/" + product + "/open", Map.of());
    String token = opened.get("token").asText();
    return new Opened(
        "/api/v1/releases/" + opened.get("id").asLong(),
        client(opened.get("warehouse").asText(), Map.of("token", token)));
  }

  /** What anyone reads of a view. */
  RESTCatalog view(String warehouse) {
    return client(warehouse, Map.of());
  }

  private RESTCatalog client(String warehouse, Map<String, String> properties) {
    Map<String, String> all = new HashMap<>(properties);
    all.put("uri", server.url() + "/iceberg");
    all.put("warehouse", warehouse);
    RESTCatalog client = new RESTCatalog();
    client.initialize(warehouse, all);
    return client;
  }

  /** A file of one row that nobody reads. */
  static DataFile file(Table table, String partition) {
    DataFiles.Builder file =
        DataFiles.builder(table.spec())
            .withPath("/data/" + System.nanoTime() + ".parquet")
            .withFileSizeInBytes(100)
            .withRecordCount(1);
    return (partition.isEmpty() ? file : file.withPartitionPath(partition)).build();
  }

  @Override
  public void close() {
    try {
      assertThat(server.stop()).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the server stops", e);
    }
  }

  /** An open release: its path in the API, and its branch. */
  final class Opened implements AutoCloseable {
    private final String path;
    private final RESTCatalog branch;

    private Opened(String path, RESTCatalog branch) {
      this.path = path;
      this.branch = branch;
    }

    RESTCatalog branch() {
      return branch;
    }

    /** The release's name in the lake. */
    String name() {
      return "release-" + path.substring(path.lastIndexOf('/') + 1);
    }

    /** Hands it to the judges, and returns it when it is in a state. */
    JsonNode judged(String state) throws Exception {
      assertThat(http.post(path + "/close", Map.of()).statusCode()).isEqualTo(200);
      return await(state);
    }

    JsonNode approved() throws Exception {
      assertThat(http.post(path + "/approve", Map.of()).statusCode()).isEqualTo(200);
      return await("PROMOTED");
    }

    private JsonNode await(String state) throws Exception {
      Awaitility.await()
          .atMost(PATIENCE)
          .untilAsserted(
              () -> assertThat(http.getJson(path).get("state").asText()).isEqualTo(state));
      return http.getJson(path);
    }

    @Override
    public void close() throws IOException {
      branch.close();
    }
  }
}
