package dev.headgate.cli.commands;

import com.fasterxml.jackson.databind.JsonNode;
import dev.headgate.cli.api.Api;
import dev.headgate.cli.api.CliException;
import dev.headgate.cli.api.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code headgate contract}. */
@Command(
    name = "contract",
    description = "Compares and drafts contracts, and says what consumers accept.",
    footer = {
      "%nExamples:",
      "  headgate contract diff old/flights.odcs.yaml new/flights.odcs.yaml",
      "  headgate contract from-table operations.flights --out contracts/flights.odcs.yaml",
      "  headgate contract accept operations.flights@2 --for analytics.delays"
    })
public final class ContractCommand {
  private final Session session;
  private final LocalTools tools;

  public ContractCommand(Session session, LocalTools tools) {
    this.session = session;
    this.tools = tools;
  }

  @Command(
      name = "diff",
      description = {
        "Classes what changed between two versions of a contract: patch, minor or major, and whom"
            + " it hurts; needs no server.",
        "Two files are versions of one document; in folders a contract is found by id and object.",
        "Ends with 1 where the later one has a version that is too low for its changes, or is gone"
            + " without being retired."
      },
      footer = {
        "%nExamples:",
        "  headgate contract diff old/flights.odcs.yaml new/flights.odcs.yaml",
        "  headgate contract diff ./definitions-of-main ./definitions"
      })
  int diff(
      @Parameters(paramLabel = "A", description = "The earlier file, or a folder of them.")
          Path before,
      @Parameters(paramLabel = "B", description = "The later file, or a folder of them.")
          Path after)
      throws Exception {
    JsonNode report = tools.diffContracts(session.home(), before, after);
    session.print(report, this::differences);
    boolean objection = false;
    for (JsonNode diff : report.path("contracts")) {
      objection |= diff.has("objection");
    }
    return (objection ? ExitCode.FAILED : ExitCode.OK).number();
  }

  private void differences(JsonNode report) {
    report.path("contracts").forEach(diff -> ContractPrinter.print(session, diff));
    for (JsonNode diff : report.path("contracts")) {
      if (diff.has("objection")) {
        session.line("\n" + diff.path("objection").asText());
      }
    }
  }

  @Command(
      name = "from-table",
      description = "Drafts a first contract from what a table is now.",
      footer = {
        "%nExample:",
        "  headgate contract from-table operations.flights --out contracts/flights.odcs.yaml"
      })
  int fromTable(
      @Parameters(paramLabel = "TABLE", description = "Such as operations.flights.") String table,
      @Option(
              names = "--at",
              defaultValue = "main",
              paramLabel = "VIEW",
              description = "main, version-N or release-N (${DEFAULT-VALUE}).")
          String at,
      @Option(
              names = "--out",
              paramLabel = "FILE",
              description = "A new file to write it to; else it is printed.")
          Path out)
      throws IOException {
    if (out != null && Files.exists(out)) {
      throw new CliException(ExitCode.REFUSED, out + " exists already; nothing was written");
    }
    JsonNode draft =
        session.api().get("/contracts/" + Api.part(table) + "/draft?at=" + Api.part(at));
    if (out == null) {
      session.print(draft, d -> session.line(d.path("contract").asText().stripTrailing()));
    } else {
      Files.writeString(out, draft.path("contract").asText());
      session.print(draft, d -> session.line("wrote " + out));
    }
    return ExitCode.OK.number();
  }

  @Command(
      name = "accept",
      description = {
        "Says that a product can read a new major of a contract.",
        "Only an owner of the product's domain may. What is held of the dataset is judged again."
      },
      footer = {
        "%nExample:",
        "  headgate contract accept operations.flights@2 --for analytics.delays"
      })
  Integer accept(
      @Parameters(paramLabel = "DATASET@MAJOR", description = "What it can read.") String what,
      @Option(
              names = "--for",
              required = true,
              paramLabel = "PRODUCT",
              description = "The product that reads it.")
          String consumer) {
    int at = what.indexOf('@');
    if (at < 1 || at == what.length() - 1) {
      throw new CliException(
          ExitCode.USAGE,
          "'" + what + "': expected DATASET@MAJOR, for example operations.flights@2");
    }
    JsonNode accepted =
        session
            .api()
            .post(
                "/contracts/" + Api.part(what.substring(0, at)) + "/accept",
                Map.of("major", what.substring(at + 1), "consumer", consumer));
    session.print(accepted, answer -> inWords(what, consumer, answer));
    return 0;
  }

  private void inWords(String what, String consumer, JsonNode accepted) {
    session.line(consumer + " accepts " + what + ".");
    accepted
        .path("judgedAgain")
        .forEach(release -> session.line("Release " + release.asLong() + " is judged again."));
    accepted.path("notes").forEach(note -> session.line("Note: " + note.asText()));
  }
}
