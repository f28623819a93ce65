package dev.headgate.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.headgate.model.ErrorCode;
import dev.headgate.model.ErrorKind;
import dev.headgate.server.Http;
import dev.headgate.server.TestServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ProblemTest {
  private static final Pattern CONTENT_LENGTH =
      Pattern.compile("(?is)content-length: (\\d+)\r\n.*?\r\n\r\n(.*)");

  private static TestServer server;
  private static Http http;

  @BeforeAll
  static void start(@TempDir Path home) throws Exception {
    server = TestServer.start(home, Map.of("http.max-request-size", "2MB"));
    http = new Http(server.url());
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  @ParameterizedTest
  @EnumSource(ErrorCode.class)
  void theStatusFollowsTheKind(ErrorCode code) {
    int status = Problem.of(code, "x").status();

    switch (code.kind()) {
      case USER -> assertThat(status).isBetween(400, 404);
      case CONFLICT -> assertThat(status).isEqualTo(409);
      case EXTERNAL -> assertThat(status).isEqualTo(502);
      case INTERNAL -> assertThat(status).isEqualTo(500);
    }
    assertThat(code.kind()).isNotNull().isInstanceOf(ErrorKind.class);
  }

  @Test
  void aProblemDocumentSaysTypeTitleStatusDetailAndCode() throws Exception {
    HttpResponse<String> response = http.get("/api/v1/releases/4711");

    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    JsonNode problem = http.json(response);
    assertThat(problem.get("type").asText()).isEqualTo("urn:headgate:problem:not-found");
    assertThat(problem.get("title").asText()).isEqualTo("Not found");
    assertThat(problem.get("status").asInt()).isEqualTo(404).isEqualTo(response.statusCode());
    assertThat(problem.get("detail").asText()).isEqualTo("there is no release 4711");
    assertThat(problem.get("code").asText()).isEqualTo("NOT_FOUND");
    assertThat(problem.has("problems")).isFalse();
  }

  @Test
  void wrongRequestsAreProblemsToo() throws Exception {
    assertThat(http.get("/api/v1/nowhere").statusCode()).isEqualTo(404);
    assertThat(http.json(http.get("/api/v1/nowhere")).get("code").asText()).isEqualTo("NOT_FOUND");
    assertThat(http.get("/api/v1/releases/abc").statusCode()).isEqualTo(400);
    assertThat(http.get("/api/v1/releases?limit=0").statusCode()).isEqualTo(400);
    assertThat(http.get("/api/v1/products/nodomain/why").statusCode()).isEqualTo(400);
    assertThat(http.post("/api/v1/plan", "not an object").statusCode()).isEqualTo(400);
    HttpResponse<String> unknown = http.post("/api/v1/sql", Map.of("qery", "select 1"));
    assertThat(unknown.statusCode()).isEqualTo(400);
    assertThat(unknown.body()).contains("qery");
  }

  @Test
  void mistakesInDefinitionsComeWithFileLineAndColumn() throws Exception {
    HttpResponse<String> response =
        http.post(
            "/api/v1/apply",
            Map.of(
                "root",
                "/",
                "files",
                Map.of("domain.yaml", Map.of("text", "domain: sales\nowner: [ana]\n"))));

    assertThat(response.statusCode()).isEqualTo(400);
    JsonNode mistake = http.json(response).get("problems").get(0);
    assertThat(mistake.get("file").asText()).isEqualTo("domain.yaml");
    assertThat(mistake.get("line").asInt()).isPositive();
    assertThat(mistake.get("column").asInt()).isPositive();
    assertThat(http.getJson("/api/v1/products")).isEmpty();
  }

  @Test
  void whoChangesSomethingMustSayWho() throws Exception {
    String path = "/api/v1/products/sales.revenue/build";
    assertThat(http.send("POST", path, "{}").statusCode()).isEqualTo(400);
    assertThat(http.send("POST", path, "{}", Actors.HEADER, "a b").statusCode()).isEqualTo(400);
    assertThat(http.send("POST", path, "{}", Actors.HEADER, "ana").statusCode()).isEqualTo(404);
  }

  @Test
  void anotherHostsNameIsRefused() throws Exception {
    assertThat(raw("GET /api/v1/status HTTP/1.1\r\nHost: evil.example\r\n"))
        .startsWith("HTTP/1.1 403")
        .contains("NOT_ALLOWED");
  }

  static Stream<Arguments> requestsThatReachNoRoute() {
    String host = " HTTP/1.1\r\nHost: localhost\r\n";
    return Stream.of(
        arguments("GET /api/v1/products/%00" + host, 400),
        arguments("DELETE /api/v1/products/%00" + host, 400),
        arguments("GET /api/v1/products/%zz" + host, 400),
        arguments("GET /api/v1/%2e%2e/x" + host, 400),
        arguments("GET /../../etc" + host, 400),
        arguments("GET /iceberg/v1/%00" + host, 400),
        arguments("GET /api/v1/status" + host + "X: " + "x".repeat(80_000) + "\r\n", 431),
        arguments("GET /" + "x".repeat(80_000) + host, 414),
        arguments("GET /api/v1/status HTTP/1.1\r\nno header\r\n", 400),
        arguments("GET /api/v1/status HTTP/9.9\r\nHost: localhost\r\n", 505),
        arguments("nonsense\r\n", 400),
        arguments("GET /iceberg/fails" + host, 500),
        arguments("GET /iceberg/refuses" + host, 418),
        arguments("GET /nowhere" + host, 404));
  }

  @ParameterizedTest
  @MethodSource("requestsThatReachNoRoute")
  void whatReachesNoRouteIsAnsweredByAProblemToo(String request, int status) throws Exception {
    String answer = raw(request);

    assertThat(answer).startsWith("HTTP/1.1 " + status);
    String[] headAndBody = answer.split("\r\n\r\n", 2);
    assertThat(headAndBody[0]).containsIgnoringCase("Content-Type: application/problem+json");
    JsonNode problem = new ObjectMapper().readTree(headAndBody[1]);
    assertThat(problem.get("status").asInt()).isEqualTo(status);
    assertThat(problem.get("type").asText()).startsWith("urn:headgate:problem:");
    assertThat(problem.get("detail").asText()).isNotBlank();
    assertThat(problem.get("code").asText())
        .isEqualTo(status == 404 ? "NOT_FOUND" : status == 500 ? "INTERNAL" : "INVALID_REQUEST");
    assertThat(answer)
        .doesNotContainIgnoringCase("jetty")
        .doesNotContain("Exception", "<", "java.");
  }

  /** What comes back for a request whose last header this is. */
  private static String raw(String request) throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.url().getPort())) {
      socket
          .getOutputStream()
          .write((request + "Connection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
      return answer(socket.getInputStream());
    }
  }

  /** As long as it says: what the server did not read of a large request resets the connection. */
  private static String answer(InputStream from) throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    byte[] part = new byte[8192];
    while (!isWhole(answer.toString(StandardCharsets.UTF_8))) {
      int length = from.read(part);
      if (length < 0) {
        break;
      }
      answer.write(part, 0, length);
    }
    return answer.toString(StandardCharsets.UTF_8);
  }

  private static boolean isWhole(String answer) {
    Matcher told = CONTENT_LENGTH.matcher(answer);
    return told.find() && told.group(2).length() >= Integer.parseInt(told.group(1));
  }

  @Test
  void largeRequestsAreRefusedByTheApiOnly() throws Exception {
    String large = "x".repeat(3 << 20);

    assertThat(http.post("/api/v1/plan", large).statusCode()).isEqualTo(413);
    HttpResponse<String> iceberg = http.send("POST", "/iceberg/v1/tables", large);
    assertThat(iceberg.statusCode()).isEqualTo(200);
    assertThat(iceberg.body()).isEqualTo("/v1/tables " + large.length());
  }
}
