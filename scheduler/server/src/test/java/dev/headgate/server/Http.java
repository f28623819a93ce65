package dev.headgate.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.TreeMap;

/** Asks a server. */
public final class Http {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI url;

  public Http(URI url) {
    this.url = url;
  }

  URI url() {
    return url;
  }

  public HttpResponse<String> send(String method, String path, String body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url.resolve(path))
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  public HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send("GET", path, "");
  }

  /** As the actor {@code ana}. */
  public HttpResponse<String> post(String path, Object body)
      throws IOException, InterruptedException {
    return send("POST", path, JSON.writeValueAsString(body), "X-Headgate-Actor", "ana");
  }

  public JsonNode json(HttpResponse<String> response) throws IOException {
    return JSON.readTree(response.body());
  }

  public JsonNode getJson(String path) throws IOException, InterruptedException {
    return json(get(path));
  }

  public JsonNode postJson(String path, Object body) throws IOException, InterruptedException {
    return json(post(path, body));
  }

  /** A domain and a product {@code sales.revenue} with one dataset {@code sales.orders}. */
  public static Map<String, Object> definitions(String trigger) {
    return Map.of("root", "/", "files", files(trigger));
  }

  /** The same without a trigger, with a descriptor of the product. */
  public static Map<String, Object> described(String descriptor) {
    Map<String, Object> files = new TreeMap<>(files(""));
    files.put("revenue.odps.yaml", Map.of("text", descriptor));
    return Map.of("root", "/", "files", files);
  }

  private static Map<String, Object> files(String trigger) {
    return Map.of(
        "domain.yaml",
        Map.of("text", "domain: sales\nowners: [ana]\ngroups: {owners: [ana]}\n"),
        "pipeline.yaml",
        Map.of(
            "text",
            "product: sales.revenue\n"
                + trigger
                + "datasets:\n  orders:\n    job: {type: open}\n"
                + "promotion:\n  approvals: {need: 1, from: [owners]}\n"));
  }
}
