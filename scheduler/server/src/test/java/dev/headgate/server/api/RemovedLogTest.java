package dev.headgate.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.headgate.server.Http;
import dev.headgate.server.TestServer;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemovedLogTest {
  private static final String PRODUCT = "/api/v1/products/sales.revenue";

  @TempDir Path home;

  @Test
  void whatIsNotKeptAnyMoreIsSaidToBeGone() throws Exception {
    try (TestServer server = TestServer.start(home, Map.of("engine.keep-logs", "PT0.001S"))) {
      Http http = new Http(server.url());
      http.post("/api/v1/apply", Http.definitions(""));
      long id = http.postJson(PRODUCT + "/build", Map.of()).at("/release/id").asLong();
      String log = "/api/v1/runs/" + id + "-orders/log";
      assertThat(http.get(log).statusCode()).as("nothing printed yet").isEqualTo(200);
      Files.writeString(server.log(id + "-orders"), "no such file\n");
      http.postJson("/api/v1/releases/" + id + "/cancel", Map.of("reason", "wrong day"));
      assertThat(http.get(log).body()).as("not removed yet").isEqualTo("no such file\n");

      Files.delete(server.log(id + "-orders"));
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> http.get(log).statusCode(), status -> status == 404);

      HttpResponse<String> gone = http.get(log);
      assertThat(http.json(gone).get("detail").asText())
          .startsWith("what run " + id + "-orders printed is not kept any more: release " + id)
          .endsWith("logs are kept for PT0.001S after that (engine.keep-logs)");
    }
  }
}
