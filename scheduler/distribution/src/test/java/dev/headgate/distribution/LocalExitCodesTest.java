package dev.headgate.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headgate.cli.Cli;
import dev.headgate.cli.terminal.Terminal;
import dev.headgate.server.ServerOptions;
import dev.headgate.server.home.Home;
import dev.headgate.server.home.Installation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What needs no server ends as docs/cli.md says, as what asks one does. */
class LocalExitCodesTest {
  private static final String CONTRACT =
      """
      apiVersion: v3.1.0
      kind: DataContract
      id: sales-orders
      version: 1.0.0
      status: active
      schema: [{name: orders, properties: [{name: id, logicalType: integer}]}]
      """;

  @TempDir private Path folder;

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void write() throws IOException {
    Files.createDirectories(folder.resolve("installation/plugins"));
    Files.createDirectories(folder.resolve("installation/conf/policies"));
    Files.createDirectories(folder.resolve("empty"));
    Files.createDirectories(folder.resolve("shop"));
    Files.writeString(folder.resolve("shop/domain.yaml"), "domain: sales\nowners: [ana]\n");
    Files.writeString(
        folder.resolve("shop/pipeline.yaml"),
        "product: sales.shop\ndatasets:\n  orders: {job: {type: open}}\n");
    Files.writeString(folder.resolve("shop/orders.odcs.yaml"), CONTRACT);
    Files.createDirectories(folder.resolve("broken"));
    Files.writeString(folder.resolve("broken/orders.odcs.yaml"), CONTRACT + "x: 1\n");
  }

  @Test
  void whatIsWellEndsWithZero() {
    ends(0, "check", "shop", "--at", "definitions");
    ends(0, "check", "shop", "--at", "definitions", "--product", "sales.shop");
    ends(0, "contract", "diff", "shop", "shop");
    ends(0, "contract", "diff", "shop/orders.odcs.yaml", "shop/orders.odcs.yaml");
  }

  @Test
  void whatApplyWouldRefuseEndsWithOne() throws IOException {
    Files.writeString(
        folder.resolve("shop/pipeline.yaml"),
        """
        product: sales.shop
        datasets: {orders: {contract: orders.odcs.yaml, job: {type: open}}}
        """);
    Files.writeString(
        folder.resolve("shop/orders.odcs.yaml"),
        CONTRACT.replace(
            "integer}",
            "integer, authoritativeDefinitions: [{type: term, url: 'glossary:order-id'}]}"));
    String term = "terms: {order-id: {owner: ana, definition: One order., type: %s}}\n";
    Files.writeString(folder.resolve("shop/glossary.yaml"), term.formatted("integer"));
    ends(0, "check", "shop", "--at", "definitions");
    Files.writeString(folder.resolve("shop/glossary.yaml"), term.formatted("string"));
    ends(1, "check", "shop", "--at", "definitions");
    Files.delete(folder.resolve("shop/glossary.yaml"));
    ends(1, "check", "shop", "--at", "definitions");
  }

  @Test
  void mistakesEndWithTwo() throws IOException {
    ends(2, "check", "broken", "--at", "definitions");
    ends(2, "check", "shop", "--at", "definitions", "--product", "shop");
    ends(2, "check", "shop/domain.yaml", "--at", "definitions");
    ends(2, "contract", "diff", "shop", "broken");
    ends(2, "policy", "test", "shop/domain.yaml");
    Files.createDirectories(folder.resolve("home/conf"));
    Files.writeString(folder.resolve("home/conf/headgate.properties"), "no.such = 1\n");
    ends(2, "contract", "diff", "shop", "shop");
    assertThat(err()).contains("no.such");
    ends(2, "server");
    assertThat(err()).contains("headgate: the server cannot start: ").contains("no.such");
  }

  @Test
  void mistakesInDefinitionsAreInTheReportsToo() throws IOException {
    Path junit = folder.resolve("mistakes.xml");
    Path sarif = folder.resolve("mistakes.sarif");
    String[] reports = {"--junit", junit.toString(), "--sarif", sarif.toString()};

    ends(
        2,
        "check",
        "broken",
        "--at",
        "definitions",
        reports[0],
        reports[1],
        reports[2],
        reports[3]);

    assertThat(err()).startsWith("headgate: .:1:1: ").contains("orders.odcs.yaml:7:1: ");
    assertThat(junit)
        .content()
        .contains("<testsuite name=\"definitions\" tests=\"2\" failures=\"2\"")
        .contains("name=\"line 7, column 1\" file=\"orders.odcs.yaml\" line=\"7\"");
    assertThat(sarif)
        .content()
        .contains("\"uri\" : \"orders.odcs.yaml\"")
        .contains("\"startLine\" : 7")
        .contains("\"startColumn\" : 1");
    String unwritable = folder.resolve("empty/not/there.xml").toString();
    ends(2, "check", "broken", "--at", "definitions", "--junit", unwritable);
    assertThat(err()).contains("orders.odcs.yaml:7:1: ").contains("the report cannot be written");
  }

  @Test
  void whatIsNotThereEndsWithThree() {
    ends(3, "check", "not-there", "--at", "definitions");
    ends(3, "check", "shop", "--at", "definitions", "--product", "sales.other");
    ends(3, "contract", "diff", "shop/orders.odcs.yaml", "not-there.odcs.yaml");
    ends(3, "contract", "diff", "shop", "not-there");
    ends(3, "contract", "diff", "shop", "empty");
    assertThat(err()).contains("empty has no contract");
    ends(3, "policy", "test", "not-there");
    ends(3, "policy", "test", "shop");
    assertThat(err()).contains("shop has no policy");
    ends(3, "submit", "--product", "sales.shop", "not-there.jar");
  }

  private void ends(int expected, String... arguments) {
    err.reset();
    List<String> all = new ArrayList<>();
    for (String argument : arguments) {
      boolean path = Files.exists(folder.resolve(argument)) || argument.startsWith("not-there");
      all.add(path ? folder.resolve(argument).toString() : argument);
    }
    all.addAll(1, List.of("--home", folder.resolve("home").toString()));
    PrintStream errors = new PrintStream(err, true, StandardCharsets.UTF_8);
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    Terminal terminal = new Terminal(nowhere, errors, false, 0);
    int exitCode =
        new Cli(
                terminal,
                Map.of(),
                (home, settings) ->
                    dev.headgate.server.Main.run(
                        new ServerOptions(new Home(home), installation(), settings)),
                (home, settings) -> {
                  throw new IllegalStateException("no test starts the demo here");
                },
                new InProcess(this::installation, Map.of()))
            .run(all.toArray(String[]::new));
    assertThat(exitCode).as(Arrays.toString(arguments) + ": " + err()).isEqualTo(expected);
  }

  private Installation installation() {
    return new Installation(folder.resolve("installation"));
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
