package dev.headgate.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.headgate.cli.Cli;
import dev.headgate.cli.terminal.Terminal;
import dev.headgate.server.HeadgateServer;
import dev.headgate.server.ServerOptions;
import dev.headgate.server.home.Home;
import dev.headgate.server.home.Installation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.apache.iceberg.rest.RESTCatalog;

/**
 * A whole server in this process, with all that the distribution brings, and what speaks to it.
 * Spark is not started unless something has to be read.
 */
final class LocalServer implements AutoCloseable {
  private static final Installation INSTALLATION = new Installation(Distribution.folder());
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final Path home;
  private HeadgateServer server;

  LocalServer(Path folder) throws Exception {
    home = folder.resolve("home");
    start();
  }

  private void start() throws Exception {
    server =
        HeadgateServer.start(
            new ServerOptions(new Home(home), INSTALLATION, Map.of("http.port", "0")));
  }

  void restart() throws Exception {
    close();
    start();
  }

  /** An answer of the API or the catalog. */
  record Answer(int status, JsonNode body) {
    /** What a problem says. */
    String detail() {
      return body.path("detail").asText();
    }
  }

  /** A path below {@code /api/v1}, as {@code ana}. */
  Answer post(String path, Object body) throws Exception {
    return send("/api/v1" + path, body, "X-Headgate-Actor", "ana");
  }

  Answer get(String path) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(server.url().resolve("/api/v1" + path)).build();
    return answer(http.send(request, HttpResponse.BodyHandlers.ofString()));
  }

  /** Posts to a path. */
  Answer send(String path, Object body, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.url().resolve(path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return answer(http.send(request.build(), HttpResponse.BodyHandlers.ofString()));
  }

  private static Answer answer(HttpResponse<String> response) throws IOException {
    return new Answer(response.statusCode(), JSON.readTree(response.body()));
  }

  /** Where the Iceberg REST protocol is answered. */
  String iceberg() {
    return server.url() + "/iceberg";
  }

  /** A client of a view of the lake. */
  RESTCatalog view(String warehouse, String... properties) {
    Map<String, String> all = new TreeMap<>();
    for (int i = 0; i < properties.length; i += 2) {
      all.put(properties[i], properties[i + 1]);
    }
    all.put("uri", iceberg());
    all.put("warehouse", warehouse);
    RESTCatalog client = new RESTCatalog();
    client.initialize(warehouse, all);
    return client;
  }

  /** Runs a command as {@code ana}; its exit code, then what it said. */
  String headgate(String... arguments) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    int exitCode =
        new Cli(
                new Terminal(out, out, false, 0),
                Map.of("HEADGATE_URL", server.url().toString(), "USER", "ana"),
                (folder, settings) -> 1,
                (folder, settings) -> {
                  throw new IllegalStateException("no demo here");
                },
                new InProcess(() -> INSTALLATION, Map.of()))
            .run(arguments);
    return exitCode + " " + said.toString(StandardCharsets.UTF_8);
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
}
