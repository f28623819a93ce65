package dev.headgate.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.headgate.model.ErrorCode;
import dev.headgate.model.HeadgateException;
import dev.headgate.model.policy.PolicyRule;
import dev.headgate.model.product.Definitions;
import java.net.ConnectException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerTest {
  @TempDir Path home;

  @Test
  void saysWhereItIsWhileItRuns() throws Exception {
    Path file = home.resolve("server.json");
    FakeEngine engine;
    try (TestServer server = TestServer.start(home)) {
      engine = server.engine();
      JsonNode said = new ObjectMapper().readTree(file.toFile());
      assertThat(said.get("url").asText()).isEqualTo(server.url().toString());
      assertThat(said.get("pid").asLong()).isEqualTo(ProcessHandle.current().pid());
      assertThat(engine.isRunning()).isTrue();
    }
    assertThat(file).doesNotExist();
    assertThat(engine.isRunning()).isFalse();
  }

  @Test
  void aSecondServerOnTheHomeIsRefused() throws Exception {
    try (TestServer first = TestServer.start(home)) {
      assertThatThrownBy(() -> TestServer.start(home))
          .isInstanceOf(HeadgateException.class)
          .hasMessageContaining("another server is running on " + home)
          .hasMessageContaining(first.url().toString());
    }
    TestServer.start(home).close();
  }

  @Test
  void aPortThatIsTakenIsNamed(@TempDir Path other) throws Exception {
    try (TestServer first = TestServer.start(home)) {
      Map<String, String> taken = Map.of("http.port", "" + first.url().getPort());
      assertThatThrownBy(() -> TestServer.start(other, taken))
          .isInstanceOf(HeadgateException.class)
          .hasMessageContaining("127.0.0.1:" + first.url().getPort())
          .extracting(e -> ((HeadgateException) e).code())
          .isEqualTo(ErrorCode.EXTERNAL);
    }
    TestServer.start(other).close();
  }

  @Test
  void whatWasAppliedIsThereAfterARestart() throws Exception {
    try (TestServer server = TestServer.start(home)) {
      new Http(server.url()).post("/api/v1/apply", Http.definitions(""));
    }
    try (TestServer server = TestServer.start(home)) {
      assertThat(new Http(server.url()).getJson("/api/v1/products")).hasSize(1);
    }
  }

  @Test
  void anUnknownSettingStopsTheStart() throws Exception {
    Files.createDirectories(home.resolve("conf"));
    Files.writeString(home.resolve("conf/headgate.properties"), "http.prot=1\n");

    assertThatThrownBy(() -> TestServer.start(home))
        .isInstanceOf(HeadgateException.class)
        .hasMessageContaining("unknown property 'http.prot'; did you mean 'http.port'?");
  }

  @Test
  void policiesOfTheSiteWithMistakesStopTheStart(@TempDir Path policies) throws Exception {
    policy(policies, "owned", "wrong");

    assertThatThrownBy(() -> TestServer.start(home, Map.of("policies.folder", policies.toString())))
        .isInstanceOf(HeadgateException.class)
        .hasMessageContaining(policies.getFileName() + "/x.policy.yaml:2:39: 'rule': this is wrong")
        .extracting(e -> ((HeadgateException) e).code())
        .isEqualTo(ErrorCode.INVALID_DEFINITION);
    assertThatThrownBy(
            () -> TestServer.start(home, Map.of("policies.folder", policies + "/not-there")))
        .isInstanceOf(HeadgateException.class)
        .hasMessageContaining("not-there");
  }

  @Test
  void policiesOfTheInstallationHoldUnlessTheSiteHasItsOwn(@TempDir Path policies)
      throws Exception {
    policy(home.resolve("conf/policies"), "shipped", "a");
    policy(policies, "own", "a");

    assertThat(idsTaken(Map.of())).containsExactly("shipped");
    assertThat(idsTaken(Map.of("policies.folder", policies.toString()))).containsExactly("own");
  }

  @Test
  void policiesOfTheSiteAreKnownAsSuch(@TempDir Path policies) throws Exception {
    policy(policies, "shipped", "a");

    try (TestServer server =
        TestServer.start(home, Map.of("policies.folder", policies.toString()))) {
      Map<String, Object> files = new HashMap<>();
      files.put("own.policy.yaml", Map.of("text", policy("own", "a")));
      files.put("domain.yaml", Map.of("text", "domain: sales\nowners: [ana]\n"));
      new Http(server.url()).post("/api/v1/apply", Map.of("root", "/", "files", files));

      Definitions applied = server.engine().store().transact(tx -> tx.definitions().current());
      assertThat(applied.policies())
          .extracting(PolicyRule::id, PolicyRule::site)
          .containsExactlyInAnyOrder(tuple("shipped", true), tuple("own", false));
    }
  }

  /** Which of two policies' ids the definitions cannot have. */
  private List<String> idsTaken(Map<String, String> settings) throws Exception {
    try (TestServer server = TestServer.start(home, settings)) {
      List<String> taken = new ArrayList<>();
      for (String id : List.of("shipped", "own")) {
        String mistakes =
            new Http(server.url())
                .post(
                    "/api/v1/plan",
                    Map.of(
                        "root",
                        "/",
                        "files",
                        Map.of("x.policy.yaml", Map.of("text", policy(id, "a")))))
                .body();
        if (mistakes.contains("policy '" + id + "' is already defined in")) {
          taken.add(id);
        }
      }
      return taken;
    }
  }

  private static void policy(Path folder, String id, String rule) throws Exception {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("x.policy.yaml"), policy(id, rule));
  }

  private static String policy(String id, String rule) {
    return "policies:\n  - {id: " + id + ", scope: product, rule: " + rule + ", message: m}\n";
  }

  @Test
  void nothingListensAfterAStop() throws Exception {
    TestServer server = TestServer.start(home);
    Http http = new Http(server.url());
    assertThat(http.get("/health").statusCode()).isEqualTo(200);
    server.close();

    assertThatThrownBy(() -> http.get("/health")).isInstanceOf(ConnectException.class);
  }

  @Test
  void healthAndMetricsShowWhatIsInside() throws Exception {
    try (TestServer server = TestServer.start(home)) {
      Http http = new Http(server.url());
      http.post("/api/v1/apply", Http.definitions(""));
      http.post("/api/v1/products/sales.revenue/build", Map.of());

      JsonNode health = http.getJson("/health");
      assertThat(health.get("ok").asBoolean()).isTrue();
      assertThat(health.get("checks").get("database").get("detail").asText()).isEqualTo("H2");
      assertThat(health.get("checks").has("engine")).isTrue();
      assertThat(health.get("checks").has("disk")).isTrue();
      assertThat(http.get("/metrics").body())
          .contains("headgate_releases{state=\"BUILDING\"} 1.0")
          .contains("headgate_runs{state=\"RUNNING\"} 1.0")
          .contains("route=\"/api/v1/apply\"")
          .contains("jvm_memory_used_bytes");
    }
  }
}
