package dev.headgate.bench.checks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A server of the distribution, as a process of its own, asked over HTTP. */
final class Server implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final long PAUSE_MILLIS = 100;
  private static final int OK = 200;

  private final HttpClient client = HttpClient.newHttpClient();
  private final Process process;
  private final URI url;

  private Server(Process process, URI url) {
    this.process = process;
    this.url = url;
  }

  static Server start(Path distribution, Path home) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                List.of(
                    "bash",
                    distribution.resolve("bin/headgate").toString(),
                    "server",
                    "--home",
                    home.toString(),
                    "--port",
                    "0"))
            .redirectErrorStream(true)
            .redirectOutput(home.resolve("bench-server.log").toFile())
            .start();
    Path file = home.resolve("server.json");
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (!Files.exists(file)) {
      if (System.nanoTime() > until || !process.isAlive()) {
        process.destroy();
        throw new IOException("the server did not start; see " + home);
      }
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    }
    return new Server(process, URI.create(JSON.readTree(file.toFile()).path("url").asText()));
  }

  JsonNode post(String path, Map<String, ?> body) throws IOException, InterruptedException {
    return send(
        request(path)
            .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
            .build());
  }

  JsonNode get(String path) throws IOException, InterruptedException {
    return send(request(path).GET().build());
  }

  /** Asks again and again until the answer is as wanted. */
  JsonNode await(String path, Predicate<JsonNode> wanted) throws IOException, InterruptedException {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < until) {
      JsonNode answer = get(path);
      if (wanted.test(answer)) {
        return answer;
      }
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    }
    throw new IOException(path + " was not as wanted within " + PATIENCE);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(url + "/api/v1" + path))
        .timeout(PATIENCE)
        .header("Content-Type", "application/json")
        .header("X-Headgate-Actor", "bench");
  }

  private JsonNode send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    JsonNode answer = JSON.readTree(response.body());
    if (response.statusCode() != OK) {
      throw new IOException(request.uri() + ": " + answer);
    }
    return answer;
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(1, TimeUnit.MINUTES)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
