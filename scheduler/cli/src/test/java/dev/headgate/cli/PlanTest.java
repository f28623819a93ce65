package dev.headgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.headgate.cli.commands.PlanCommand;
import dev.headgate.cli.commands.Session;
import dev.headgate.cli.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class PlanTest {
  private static final String FINDING =
      """
      {"severity": "%s", "rule": "term-type", "subject": "dataset sales.orders", "message": "m"}""";

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"'', 0", "warning, 0", "error, 2", "warning error, 2", "error warning, 2"})
  void whatApplyWouldRefuseEndsAsApplyDoes(String severities, int expected) throws Exception {
    List<String> findings =
        severities.isEmpty()
            ? List.of()
            : List.of(severities.split(" ", -1)).stream().map(FINDING::formatted).toList();
    String plan = "{\"changes\": [], \"findings\": [" + String.join(",", findings) + "]}";
    Files.writeString(folder.resolve("domain.yaml"), "domain: sales\nowners: [ana]\n");
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/api/v1/plan",
        exchange -> {
          byte[] answer = plan.getBytes(StandardCharsets.UTF_8);
          exchange.getRequestBody().readAllBytes();
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
    try {
      String url = "http://127.0.0.1:" + server.getAddress().getPort();
      assertThat(plan(url)).isEqualTo(expected);
      assertThat(plan(url, "-o", "json")).isEqualTo(expected);
    } finally {
      server.stop(0);
    }
  }

  private int plan(String url, String... more) {
    PrintStream out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    Session session = new Session(new Terminal(out, out, false, 0), Map.of("HEADGATE_URL", url));
    CommandLine commands = new CommandLine(new Root(session));
    commands.addSubcommand(new PlanCommand(session));
    String[] all = new String[more.length + 2];
    all[0] = "plan";
    all[1] = folder.toString();
    System.arraycopy(more, 0, all, 2, more.length);
    return commands.execute(all);
  }
}
