package dev.headgate.cli.commands;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.headgate.cli.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Policies are tested where each has fixtures for both outcomes that come out as they say. */
class PolicyCommandTest {
  private static final String FIXTURE =
      """
      {"policy": "owned", "name": "", "expect": "pass", "at": "x:2", "passed": true, "problem": ""}
      """;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private int test(String fixtures, String untested) {
    PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
    Session session = new Session(new Terminal(print, print, false, 0), Map.of());
    String answer =
        "{\"folder\": \"x\", \"mistakes\": [], \"fixtures\": [%s], \"untested\": [%s]}"
            .formatted(fixtures, untested);
    return new CommandLine(new PolicyCommand(session, new Answer(answer))).execute("test");
  }

  @Test
  void allIsWellWhereNothingIsMissing() {
    assertThat(test(FIXTURE, "")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("All 1 fixtures came out as they say.")
        .contains("FIXTURE")
        .doesNotContain("not tested");
  }

  @Test
  void aPolicyWithoutAFixtureIsNotTested() {
    assertThat(test("", "\"policy 'owned' has no fixture that passes or fails\"")).isEqualTo(1);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("policy 'owned' has no fixture that passes or fails")
        .contains("1 policy is not tested.")
        .doesNotContain("FIXTURE")
        .doesNotContain("All 0 fixtures");
  }

  @Test
  void norIsOneThatNoFixtureFails() {
    String untested = "\"policy 'owned' has no fixture that fails\", \"policy 'b' has none\"";
    assertThat(test(FIXTURE, untested)).isEqualTo(1);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("owned")
        .contains("x:2")
        .contains("policy 'owned' has no fixture that fails")
        .contains("All 1 fixtures came out as they say; 2 policies are not tested.");
  }

  private record Answer(String json) implements LocalTools {
    @Override
    public JsonNode testPolicies(Path home, Optional<Path> folder) throws Exception {
      return new ObjectMapper().readTree(json);
    }

    @Override
    public JsonNode checkDefinitions(Path home, Path folder, Optional<String> product) {
      throw new AssertionError("nothing is checked here");
    }

    @Override
    public JsonNode diffContracts(Path home, Path before, Path after) {
      throw new AssertionError("nothing is compared here");
    }
  }
}
