package dev.headgate.cli.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.headgate.cli.api.CliException;
import dev.headgate.cli.api.ExitCode;
import dev.headgate.cli.commands.Session;
import dev.headgate.cli.commands.Upload;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code headgate check}. */
@Command(
    name = "check",
    description = {
      "Judges data products as a release of them would be judged; changes nothing.",
      "Ends with 1 where something blocks."
    },
    footer = {
      "%nExamples:",
      "  headgate check --at release-12",
      "  headgate check --product operations.flights",
      "  headgate check ./definitions --at main --junit check.xml --sarif check.sarif"
    })
public final class CheckCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(
      arity = "0..1",
      paramLabel = "DIR",
      description = "Definitions to judge by; else what was applied.")
  private Path folder;

  @Option(
      names = "--at",
      paramLabel = "VIEW",
      description = "What to look at: main, version-N or release-N.")
  private String at;

  @Option(names = "--product", paramLabel = "PRODUCT", description = "Only this one.")
  private String product;

  @Option(names = "--junit", paramLabel = "FILE", description = "Write JUnit XML there.")
  private Path junit;

  @Option(names = "--sarif", paramLabel = "FILE", description = "Write SARIF 2.1.0 there.")
  private Path sarif;

  public CheckCommand(Session session) {
    this.session = session;
  }

  /** Shows an answer of the API for people. */
  public static void show(Session session, JsonNode answer) {
    new Words(session).print(Report.of(answer));
  }

  @Override
  public Integer call() {
    JsonNode answer = ask();
    Report report = Report.of(answer);
    session.print(answer, a -> new Words(session).print(report));
    try {
      if (junit != null) {
        JunitXml.write(report, junit);
      }
      if (sarif != null) {
        Sarif.write(report, sarif);
      }
    } catch (IOException e) {
      throw new CliException(ExitCode.FAILED, "the report cannot be written: " + e.getMessage(), e);
    }
    return (report.passed() ? ExitCode.OK : ExitCode.FAILED).number();
  }

  private JsonNode ask() {
    Map<String, Object> asked = new HashMap<>();
    if (at != null) {
      asked.put("at", at);
    }
    if (product != null) {
      asked.put("product", product);
    }
    if (folder != null) {
      asked.put("definitions", Upload.of(folder));
    }
    return session.api().post("/checks", asked);
  }
}
