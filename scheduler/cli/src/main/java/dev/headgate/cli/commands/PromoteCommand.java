package dev.headgate.cli.commands;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code headgate promote}. */
@Command(
    name = "promote",
    description = "Tries to promote releases that passed and are approved.",
    footer = {"%nExample:", "  headgate promote 12 --wait"})
public final class PromoteCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(arity = "1..*", paramLabel = "RELEASE")
  private List<String> releases;

  @Option(names = "--wait", description = "Follows each promotion.")
  private boolean wait;

  public PromoteCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    int worst = 0;
    for (String release : releases) {
      int ended = new ReleaseAction(session).run(release, "promote", Map.of(), wait);
      worst = Math.max(worst, ended);
    }
    return worst;
  }
}
