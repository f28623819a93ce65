package dev.headgate.cli.commands;

import com.fasterxml.jackson.databind.JsonNode;
import dev.headgate.cli.api.CliException;
import dev.headgate.cli.api.ExitCode;
import dev.headgate.cli.terminal.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code headgate policy …}. */
@Command(
    name = "policy",
    description = "Works on policies; needs no server.",
    footer = {"%nExample:", "  headgate policy test ./policies"})
public final class PolicyCommand {
  private final Session session;
  private final LocalTools tools;

  public PolicyCommand(Session session, LocalTools tools) {
    this.session = session;
    this.tools = tools;
  }

  @Command(
      name = "test",
      description = {
        "Runs the fixtures of policies: each must pass or fail as it says.",
        "A policy needs one that passes and one that fails.",
        "Ends with 1 where that is not so, with 2 where a file has a mistake, with 3 where there is none."
      },
      footer = {"%nExamples:", "  headgate policy test", "  headgate policy test ./definitions"})
  int test(
      @Parameters(
              arity = "0..1",
              paramLabel = "DIR",
              description = "Where *.policy.yaml and *.fixtures.yaml are; else the site's.")
          Path folder)
      throws Exception {
    JsonNode report = tools.testPolicies(session.home(), Optional.ofNullable(folder));
    List<String> mistakes = texts(report.path("mistakes"));
    if (!mistakes.isEmpty()) {
      throw new CliException(
          ExitCode.USAGE,
          "the policies in "
              + report.path("folder").asText()
              + " have mistakes:\n"
              + String.join("\n", mistakes));
    }
    session.print(report, this::inWords);
    return (failed(report) == 0 && report.path("untested").isEmpty()
            ? ExitCode.OK
            : ExitCode.FAILED)
        .number();
  }

  private void inWords(JsonNode report) {
    Table table = new Table("POLICY", "FIXTURE", "EXPECTED", "AT", "RESULT");
    for (JsonNode fixture : report.path("fixtures")) {
      table.row(
          fixture.path("policy").asText(),
          fixture.path("name").asText(),
          fixture.path("expect").asText(),
          fixture.path("at").asText(),
          fixture.path("passed").asBoolean() ? "ok" : fixture.path("problem").asText());
    }
    if (!table.isEmpty()) {
      session.table(table);
    }
    texts(report.path("untested")).forEach(session::line);
    int all = report.path("fixtures").size();
    int failed = failed(report);
    List<String> parts = new ArrayList<>();
    if (failed > 0) {
      parts.add(failed + " of " + all + " fixtures did not come out as they say");
    } else if (all > 0) {
      parts.add("All " + all + " fixtures came out as they say");
    }
    int untested = report.path("untested").size();
    if (untested > 0) {
      parts.add(untested + (untested == 1 ? " policy is" : " policies are") + " not tested");
    }
    session.line(String.join("; ", parts) + ".");
  }

  private static int failed(JsonNode report) {
    int failed = 0;
    for (JsonNode fixture : report.path("fixtures")) {
      failed += fixture.path("passed").asBoolean() ? 0 : 1;
    }
    return failed;
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.asText()));
    return texts;
  }
}
