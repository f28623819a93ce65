package dev.headgate.cli.commands;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What owners say about releases: {@code approve}, {@code reject}, {@code promote}. */
@Command
public final class DecisionCommands {
  private final Session session;

  public DecisionCommands(Session session) {
    this.session = session;
  }

  @Command(
      name = "approve",
      description = {
        "Says yes to exactly what a release would promote now. What changes afterwards needs a new",
        "yes."
      },
      footer = {
        "%nExamples:",
        "  headgate approve 12 --wait",
        "  headgate approve 12 --as ana --digest $(headgate release show 12 -o json | jq -r .digest)"
      })
  int approve(
      @Parameters(paramLabel = "RELEASE") String release,
      @Option(
              names = "--digest",
              paramLabel = "DIGEST",
              description = "What you looked at; refused if it is no longer that.")
          String digest,
      @Option(names = "--wait", description = "Follows the promotion.") boolean wait) {
    Map<String, String> body = new HashMap<>();
    body.put("digest", digest);
    return new ReleaseAction(session).run(release, "approve", body, wait);
  }

  @Command(
      name = "reject",
      description = "Says no to a release; it ends.",
      footer = {"%nExample:", "  headgate reject 12 --reason \"the totals are off\""})
  int reject(
      @Parameters(paramLabel = "RELEASE") String release,
      @Option(
              names = "--reason",
              required = true,
              paramLabel = "TEXT",
              description = "Why; goes on the record.")
          String reason) {
    return new ReleaseAction(session).run(release, "reject", Map.of("reason", reason), false);
  }

  @Command(
      name = "promote",
      description = "Tries to promote releases that passed and are approved.",
      footer = {"%nExample:", "  headgate promote 12 --wait"})
  int promote(
      @Parameters(arity = "1..*", paramLabel = "RELEASE") List<String> releases,
      @Option(names = "--wait", description = "Follows each promotion.") boolean wait) {
    int worst = 0;
    for (String release : releases) {
      int ended = new ReleaseAction(session).run(release, "promote", Map.of(), wait);
      worst = Math.max(worst, ended);
    }
    return worst;
  }
}
