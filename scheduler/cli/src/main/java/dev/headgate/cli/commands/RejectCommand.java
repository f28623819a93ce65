package dev.headgate.cli.commands;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code headgate reject}. */
@Command(
    name = "reject",
    description = "Says no to a release; it ends.",
    footer = {"%nExample:", "  headgate reject 12 --reason \"the totals are off\""})
public final class RejectCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(paramLabel = "RELEASE")
  private String release;

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "TEXT",
      description = "Why; goes on the record.")
  private String reason;

  public RejectCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    return new ReleaseAction(session).run(release, "reject", Map.of("reason", reason), false);
  }
}
