package dev.headgate.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.headgate.cli.commands.Session;
import dev.headgate.cli.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table says where a rule is written as closely as that is known. */
class WordsTest {
  private static final String FOUND =
      """
      {"passed": false, "waivers": [], "products": [{"product": "a.b", "findings": [
        {"check": "rule", "severity": "ERROR", "outcome": "FAILED", "message": "m",
         "origin": "%s", "file": "%s", "line": %s, "column": 7}]}]}
      """;

  @ParameterizedTest
  @CsvSource({
    "contract c/a.odcs.yaml 1.2.0, c/a.odcs.yaml, 31, 'contract c/a.odcs.yaml:31'",
    "contract c/a.odcs.yaml 1.2.0, c/a.odcs.yaml, null, contract c/a.odcs.yaml 1.2.0",
    "pipeline, p/pipeline.yaml, 8, 'pipeline p/pipeline.yaml:8'",
    "pipeline, '', null, pipeline",
    "policy own.policy.yaml, own.policy.yaml, 2, 'policy own.policy.yaml:2'",
    "expectation web.boards, w/pipeline.yaml, 9, 'expectation web.boards, w/pipeline.yaml:9'",
    "headgate, c/a.odcs.yaml, 12, 'headgate, c/a.odcs.yaml:12'"
  })
  void whereARuleIsWritten(String origin, String file, String line, String shown) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
    Session session = new Session(new Terminal(print, print, false, 0), Map.of());

    new Words(session)
        .print(Report.of(new ObjectMapper().readTree(FOUND.formatted(origin, file, line))));

    assertThat(out.toString(StandardCharsets.UTF_8).lines().toList().get(1)).endsWith("  " + shown);
  }
}
