package dev.headgate.cli.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.headgate.cli.api.CliException;
import dev.headgate.cli.api.ExitCode;
import dev.headgate.cli.commands.LocalTools;
import dev.headgate.cli.commands.Session;
import dev.headgate.cli.commands.Upload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
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
      "  headgate check ./definitions --at definitions",
      "  headgate check ./definitions --at main --junit check.xml --sarif check.sarif"
    })
public final class CheckCommand implements Callable<Integer> {
  private static final String PRODUCT = "[a-z0-9_-]+\\.[a-z0-9_-]+";
  private static final String DEFINITIONS = "definitions";

  private final Session session;
  private final LocalTools tools;

  @Parameters(
      arity = "0..1",
      paramLabel = "DIR",
      description = "Definitions to judge by; else what was applied.")
  private Path folder;

  @Option(
      names = "--at",
      paramLabel = "VIEW",
      description = {
        "What to look at: main, version-N or release-N; main if it is left out.",
        "definitions: the definitions alone, without any table; those in DIR without a server."
      })
  private String at;

  @Option(
      names = "--product",
      paramLabel = "PRODUCT",
      description = "Only this one; else all, of a release its own.")
  private String product;

  @Option(
      names = "--junit",
      paramLabel = "FILE",
      description = "Write JUnit XML there, with files and lines of DIR where they are known.")
  private Path junit;

  @Option(
      names = "--sarif",
      paramLabel = "FILE",
      description = {
        "Write SARIF 2.1.0 there: what fails or warns, at its line in DIR where that is known.",
        "Files are named from where the command runs."
      })
  private Path sarif;

  public CheckCommand(Session session, LocalTools tools) {
    this.session = session;
    this.tools = tools;
  }

  /** Shows an answer of the API for people. */
  public static void show(Session session, JsonNode answer) {
    new Words(session).print(Report.of(answer));
  }

  @Override
  public Integer call() throws Exception {
    JsonNode answer = judged();
    Report report = Report.of(answer);
    session.print(answer, a -> new Words(session).print(report));
    try {
      write(report);
    } catch (IOException e) {
      throw new CliException(ExitCode.FAILED, unwritten(e), e);
    }
    return (report.passed() ? ExitCode.OK : ExitCode.FAILED).number();
  }

  /** Mistakes in definitions are in the reports, too; they are thrown all the same. */
  private JsonNode judged() throws Exception {
    try {
      return ask();
    } catch (CliException e) {
      if (!e.mistakes().isEmpty()) {
        try {
          write(Report.of(e.mistakes()));
        } catch (IOException io) {
          throw new CliException(e.exitCode(), e.getMessage() + "\n" + unwritten(io), io);
        }
      }
      throw e;
    }
  }

  private void write(Report report) throws IOException {
    Repository repository = new Repository(Optional.ofNullable(folder), Path.of(""));
    if (junit != null) {
      JunitXml.write(report, junit, repository);
    }
    if (sarif != null) {
      Sarif.write(report, sarif, repository);
    }
  }

  private static String unwritten(IOException e) {
    return "the report cannot be written: " + e.getMessage();
  }

  /** Other commands take a product there. */
  private void checkNoProduct() {
    if (folder != null && Files.notExists(folder) && folder.toString().matches(PRODUCT)) {
      throw new CliException(
          ExitCode.NOT_FOUND,
          "there is no folder " + folder + "; the product of that name is --product " + folder);
    }
  }

  private JsonNode ask() throws Exception {
    checkNoProduct();
    if (DEFINITIONS.equals(at) && folder != null) {
      return tools.checkDefinitions(session.home(), folder, Optional.ofNullable(product));
    }
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
