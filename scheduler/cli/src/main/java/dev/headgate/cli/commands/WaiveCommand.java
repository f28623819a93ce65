package dev.headgate.cli.commands;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code headgate waive}. */
@Command(
    name = "waive",
    description = {
      "Makes an exception to a check or policy, which ends.",
      "Only an owner of the domain may. What the rule holds is judged again at once.",
      "When it has ended, the rule blocks again. A warning blocks nothing and cannot be waived."
    },
    footer = {
      "%nExamples:",
      "  headgate waive duplicates --scope operations.flights --reason \"the airline resends\""
          + " --until 2026-12-31",
      "  headgate waive owner-present --scope analytics --reason \"Ana left\" --until P30D"
    })
public final class WaiveCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(paramLabel = "RULE", description = "A check's name or a policy's id.")
  private String rule;

  @Option(
      names = "--scope",
      required = true,
      paramLabel = "SCOPE",
      description =
          "The domain, product or dataset that it is for; where a product and a dataset share a"
              + " name, the product with all its datasets.")
  private String scope;

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "TEXT",
      description = "Why; goes on the record.")
  private String reason;

  @Option(
      names = "--until",
      required = true,
      paramLabel = "WHEN",
      description = {
        "A date (its first moment, in UTC), a time, or a length of time from now such as P30D;",
        "90 days at most."
      })
  private String until;

  public WaiveCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    session.print(
        session
            .api()
            .post(
                "/waivers", Map.of("rule", rule, "scope", scope, "reason", reason, "until", until)),
        new WaiverPrinter(session)::granted);
    return 0;
  }
}
