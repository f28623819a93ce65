package dev.headgate.cli.commands;

import dev.headgate.cli.api.Api;
import dev.headgate.cli.api.CliException;
import dev.headgate.cli.api.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code headgate waiver …}. */
@Command(
    name = "waiver",
    description = "Lists exceptions to checks and policies, and ends one early.",
    footer = {
      "%nExamples:",
      "  headgate waiver list --scope analytics",
      "  headgate waiver revoke 3"
    })
public final class WaiverCommand {
  private final Session session;

  public WaiverCommand(Session session) {
    this.session = session;
  }

  @Command(
      name = "list",
      description = "Lists those that are in force, and how each domain uses them.",
      footer = {"%nExample:", "  headgate waiver list --scope analytics.flight-delays --ended"})
  int list(
      @Option(
              names = "--scope",
              paramLabel = "SCOPE",
              description = "Only what holds for any part of this domain, product or dataset.")
          String scope,
      @Option(names = "--ended", description = "Also what is not in force any more.")
          boolean ended) {
    String of = scope == null ? "" : "&scope=" + Api.part(scope);
    session.print(
        session.api().get("/waivers?ended=" + ended + of), new WaiverPrinter(session)::list);
    return 0;
  }

  @Command(
      name = "revoke",
      description = "Ends one early; what passed because of it is judged again.",
      footer = {"%nExample:", "  headgate waiver revoke 3"})
  int revoke(@Parameters(paramLabel = "WAIVER") String waiver) {
    session.print(
        session.api().delete("/waivers/" + number(waiver)), new WaiverPrinter(session)::revoked);
    return 0;
  }

  private static long number(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new CliException(
          ExitCode.USAGE,
          "'" + text + "' is no waiver: expected a number as 'headgate waiver list' shows it",
          e);
    }
  }
}
