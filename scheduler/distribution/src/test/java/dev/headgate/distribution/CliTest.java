package dev.headgate.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.headgate.cli.Cli;
import dev.headgate.cli.terminal.Terminal;
import dev.headgate.server.HeadgateServer;
import dev.headgate.server.ServerOptions;
import dev.headgate.server.home.Home;
import dev.headgate.server.home.Installation;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every command against a real server, engine and lake; releases are open ones, so no Spark runs.
 */
class CliTest {
  private static final String PRODUCT = "sales.revenue";
  private static HeadgateServer server;
  private static Path definitions;
  private static Path home;
  private static Installation installation;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    home = folder.resolve("home");
    Files.createDirectories(folder.resolve("installation/plugins"));
    installation = new Installation(folder.resolve("installation"));
    server =
        HeadgateServer.start(
            new ServerOptions(new Home(home), installation, Map.of("http.port", "0")));
    definitions = Files.createDirectories(folder.resolve("definitions"));
    Files.writeString(definitions.resolve("domain.yaml"), "domain: sales\nowners: [ana]\n");
    Files.writeString(
        definitions.resolve("pipeline.yaml"),
        "product: " + PRODUCT + "\ndatasets:\n  orders:\n    job: {type: open}\n");
    CliTest test = new CliTest();
    assertThat(test.run("apply", definitions.toString())).as(test.err()).isZero();
  }

  @AfterAll
  static void stop() throws Exception {
    assertThat(server.stop()).isTrue();
  }

  @Test
  void planSaysThatNothingChanges() {
    assertThat(run("plan", definitions.toString())).isZero();
    assertThat(out()).contains("Nothing changes.");
  }

  @Test
  void mistakesInDefinitionsAreShownWithTheirPlace(@TempDir Path broken) throws Exception {
    Files.writeString(broken.resolve("domain.yaml"), "domain: sales\nowner: [ana]\n");

    assertThat(run("apply", broken.toString())).isEqualTo(2);
    assertThat(err()).contains("domain.yaml:");
  }

  @Test
  void mistakesInDefinitionsAreInTheReportsOfACheck(@TempDir Path broken) throws Exception {
    Files.writeString(broken.resolve("domain.yaml"), "domain: sales\nowner: [ana]\n");
    Path junit = broken.resolve("check.xml");
    Path sarif = broken.resolve("check.sarif");

    assertThat(run("check", broken.toString(), "--junit", "" + junit, "--sarif", sarif.toString()))
        .isEqualTo(2);

    assertThat(err()).startsWith("headgate: domain.yaml:2:1: ");
    assertThat(junit).content().contains("file=\"domain.yaml\" line=\"2\"");
    assertThat(new ObjectMapper().readTree(sarif.toFile()).at("/runs/0/results"))
        .isNotEmpty()
        .allSatisfy(r -> assertThat(r.path("ruleId").asText()).isEqualTo("definition"));
  }

  @Test
  void statusIsForPeopleAndForPrograms() throws Exception {
    assertThat(run("status")).isZero();
    assertThat(out()).contains("Lake version").contains(PRODUCT).contains("sales.orders");
    JsonNode status = json("status");
    assertThat(status.at("/products/0/product").asText()).isEqualTo(PRODUCT);
    assertThat(status.at("/products/0/datasets/0/name").asText()).isEqualTo("sales.orders");
  }

  @Test
  void anOpenReleaseIsOpenedShownAndCancelled() throws Exception {
    JsonNode opened = json("release", "open", PRODUCT, "--as", "ana");
    String id = opened.path("id").asText();
    assertThat(opened.path("warehouse").asText()).isEqualTo("release-" + id);
    assertThat(opened.path("token").asText()).isNotBlank();
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> json("release", "show", id).path("state").asText().equals("BUILDING"));

    assertThat(json("release", "list", "--product", PRODUCT).get(0).path("id").asText())
        .isEqualTo(id);
    assertThat(run("release", "cancel", id, "--reason", "a test", "--as", "ana")).isZero();
    assertThat(out()).contains("CANCELLED").contains("a test");
    assertThat(run("release", "close", id)).isEqualTo(4);

    assertThat(run("release", "list", "--limit", "1")).isZero();
    assertThat(out()).contains("CANCELLED").doesNotContain("There are more");
    String second = json("release", "open", PRODUCT, "--as", "ana").path("id").asText();
    assertThat(run("release", "cancel", second, "--reason", "a test")).isZero();
    assertThat(run("release", "list", "--limit", "1")).isZero();
    assertThat(out()).contains("There are more: --limit N");
    assertThat(json("release", "list", "--limit", "1").findValuesAsText("id"))
        .containsExactly(second);
    assertThat(json("audit", "list").findValuesAsText("actor")).contains("ana");
  }

  @Test
  void aProductIsPausedExplainedAndResumed() {
    assertThat(run("pause", PRODUCT, "--reason", "stock taking")).isZero();
    assertThat(run("why", PRODUCT)).isZero();
    assertThat(out()).contains("PAUSED").contains("stock taking");
    assertThat(run("resume", PRODUCT)).isZero();
  }

  @Test
  void exceptionsAreForOwnersAndForRulesThatThereAre() throws Exception {
    String[] waive = {"waive", "rows", "--scope", "sales", "--reason", "a test", "--until", "P9D"};
    assertThat(run(with(waive, "--as", "eve"))).isEqualTo(4);
    assertThat(err()).contains("an owner of sales (ana) may");
    assertThat(run(with(waive, "--as", "ana"))).isEqualTo(3);
    assertThat(err()).contains("there is no check or policy 'rows' in sales: there are none");
    assertThat(run("waive", "rows", "--scope", "sales", "--reason", "a test")).isEqualTo(2);

    assertThat(run("waiver", "list", "--scope", PRODUCT)).isZero();
    assertThat(out()).contains("No waiver is in force.");
    assertThat(json("waiver", "list", "--ended").get("waivers")).isEmpty();
    assertThat(run("waiver", "list", "--scope", "sale")).isEqualTo(3);
    assertThat(err()).contains("did you mean 'sales'?");
    assertThat(run("waiver", "revoke", "4711", "--as", "ana")).isEqualTo(3);
    assertThat(run("waiver", "revoke", "x")).isEqualTo(2);
  }

  private static String[] with(String[] command, String... more) {
    String[] all = Arrays.copyOf(command, command.length + more.length);
    System.arraycopy(more, 0, all, command.length, more.length);
    return all;
  }

  @Test
  void theLakeIsListed() throws Exception {
    assertThat(json("versions")).isEmpty();
    assertThat(run("tables")).isZero();
    assertThat(run("tables", "--at", "version-99")).isEqualTo(3);
    assertThat(err()).contains("version-99");
  }

  @Test
  void theRecordIsVerified() {
    assertThat(run("audit", "verify")).isZero();
    assertThat(out()).contains("The record holds");
  }

  @Test
  void exitCodesMeanSomething() {
    assertThat(run("release", "show", "4711")).isEqualTo(3);
    assertThat(err()).contains("there is no release 4711");
    assertThat(run("release", "show", "x")).isEqualTo(2);
    assertThat(run("approve", "4711")).isEqualTo(3);
    assertThat(run("nonsense")).isEqualTo(2);
    assertThat(run()).isEqualTo(2);
    assertThat(run("status", "-o", "xml")).isEqualTo(2);
    assertThat(run("status", "--server", "http://127.0.0.1:1")).isEqualTo(5);
    assertThat(err()).contains("headgate server");
    assertThat(run("logs", "4711-x")).isEqualTo(3);
    assertThat(run("sql", "select 1")).isEqualTo(2);
    Path none = definitions.resolve("not-there");
    for (String command : List.of("plan", "apply", "check")) {
      assertThat(run(command, none.toString())).as(command).isEqualTo(3);
      assertThat(err()).contains("there is no folder " + none);
      assertThat(run(command, definitions.resolve("domain.yaml").toString())).isEqualTo(2);
    }
    assertThat(run("check", "sales.orders")).isEqualTo(3);
    assertThat(err()).contains("--product sales.orders");
  }

  @Test
  void initMakesAFolderOnceAndWritesOverNothing(@TempDir Path folder) {
    String target = folder.resolve("new").toString();
    assertThat(run("init", target, "--domain", "stock")).isZero();
    assertThat(folder.resolve("new/sql/greetings.sql")).exists();
    assertThat(folder.resolve("new/greetings.odps.yaml")).content().contains("domain: stock");
    assertThat(folder.resolve("new/domain.yaml")).content().contains("domain: stock");
    assertThat(run("init", target)).isEqualTo(4);
    assertThat(run("init", folder.resolve("x").toString(), "--domain", "No Name")).isEqualTo(2);
  }

  @Test
  void policiesAreReadWithoutAServer(@TempDir Path folder) throws Exception {
    Files.writeString(
        folder.resolve("x.policy.yaml"),
        "policies:\n  - {id: a, scope: product, rule: 'true', message: m}\n");
    String none = "x.policy.yaml:2:5: no plugin brings the policy language 'cel'";

    assertThat(run("policy", "test", folder.toString())).isEqualTo(2);
    assertThat(err()).contains(none);
    assertThat(run("policy", "test", folder.resolve("not-there").toString())).isEqualTo(3);
    assertThat(err()).contains("expected one with definitions");
  }

  @Test
  void everyCommandHasHelpWithAnExample() {
    for (String command :
        List.of(
            "release list",
            "release show",
            "release open",
            "release close",
            "release cancel",
            "release retry",
            "waiver list",
            "waiver revoke",
            "audit list",
            "audit verify",
            "server",
            "init",
            "plan",
            "apply",
            "status",
            "why",
            "grade",
            "build",
            "submit",
            "release",
            "logs",
            "approve",
            "reject",
            "promote",
            "rollback",
            "waive",
            "waiver",
            "pause",
            "resume",
            "versions",
            "tables",
            "sql",
            "policy",
            "policy test",
            "check",
            "contract",
            "contract diff",
            "contract from-table",
            "contract accept",
            "audit")) {
      assertThat(run((command + " --help").split(" ", -1))).as(command).isZero();
      assertThat(out()).as(command).contains("Example").contains("headgate " + command);
    }
    assertThat(run("generate-completion")).isZero();
    assertThat(out()).contains("complete -F");
  }

  private JsonNode json(String... arguments) throws Exception {
    String[] all = Arrays.copyOf(arguments, arguments.length + 2);
    all[arguments.length] = "-o";
    all[arguments.length + 1] = "json";
    assertThat(run(all)).as(err()).isZero();
    return new ObjectMapper().readTree(out());
  }

  private int run(String... arguments) {
    out.reset();
    err.reset();
    Terminal terminal =
        new Terminal(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false,
            0);
    return new Cli(
            terminal,
            Map.of("HEADGATE_URL", server.url().toString()),
            (folder, settings) -> 0,
            (folder, settings) -> {
              throw new IllegalStateException("no test starts the demo here");
            },
            new InProcess(() -> installation, Map.of()))
        .run(arguments);
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
