package dev.headgate.cli.commands;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code headgate approve}. */
@Command(
    name = "approve",
    description = {
      "Says yes to exactly what a release would promote now.",
      "What changes afterwards needs a new yes."
    },
    footer = {
      "%nExamples:",
      "  headgate approve 12 --wait",
      "  headgate approve 12 --as ana --digest $(headgate release show 12 -o json | jq -r .digest)"
    })
public final class ApproveCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(paramLabel = "RELEASE")
  private String release;

  @Option(
      names = "--digest",
      paramLabel = "DIGEST",
      description = "What you looked at; refused if it is no longer that.")
  private String digest;

  @Option(names = "--wait", description = "Follows the promotion.")
  private boolean wait;

  public ApproveCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Map<String, String> body = new HashMap<>();
    body.put("digest", digest);
    return new ReleaseAction(session).run(release, "approve", body, wait);
  }
}
