package dev.headgate.cli.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** One server, asked as one actor. */
public final class Api {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(com.fasterxml.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration ANSWER = Duration.ofMinutes(15);
  private static final int FIRST_ERROR = 400;

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT).build();
  private final URI server;
  private final String actor;

  public Api(URI server, String actor) {
    this.server = server;
    this.actor = actor;
  }

  public URI server() {
    return server;
  }

  public JsonNode get(String path) {
    return read(send("GET", path, HttpRequest.BodyPublishers.noBody()));
  }

  public JsonNode delete(String path) {
    return read(send("DELETE", path, HttpRequest.BodyPublishers.noBody()));
  }

  public JsonNode post(String path, Object body) {
    try {
      return read(
          send("POST", path, HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))));
    } catch (IOException e) {
      throw new IllegalStateException("the request cannot be written", e);
    }
  }

  /** The answer as it came; errors are thrown. */
  public HttpResponse<byte[]> raw(String path) {
    return send("GET", path, HttpRequest.BodyPublishers.noBody());
  }

  /** Text as a part of a path or query. */
  public static String part(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private HttpResponse<byte[]> send(String method, String path, HttpRequest.BodyPublisher body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server + "/api/v1" + path))
            .method(method, body)
            .timeout(ANSWER)
            .header("X-Headgate-Actor", actor)
            .header("Content-Type", "application/json")
            .build();
    try {
      HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
      if (response.statusCode() >= FIRST_ERROR) {
        throw Problems.of(response.statusCode(), response.body());
      }
      return response;
    } catch (IOException e) {
      throw new CliException(
          ExitCode.UNREACHABLE,
          "no server answers at "
              + server
              + ": start one with 'headgate server', or say where it is with --server or"
              + " HEADGATE_URL",
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CliException(ExitCode.FAILED, "interrupted", e);
    }
  }

  private static JsonNode read(HttpResponse<byte[]> response) {
    try {
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new CliException(
          ExitCode.FAILED, "what answers at " + response.uri() + " is no Headgate server", e);
    }
  }
}
