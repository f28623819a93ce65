package dev.headgate.cli.commands;

import com.fasterxml.jackson.databind.JsonNode;
import dev.headgate.cli.api.Api;
import dev.headgate.cli.api.CliException;
import dev.headgate.cli.api.ExitCode;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code headgate contract}. */
@Command(
    name = "contract",
    description = "What consumers say about contracts.",
    footer = {
      "%nExample:",
      "  headgate contract accept operations.flights@2 --for analytics.delays"
    })
public final class ContractCommand {
  private final Session session;

  public ContractCommand(Session session) {
    this.session = session;
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
  }
}
