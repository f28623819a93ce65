package dev.headgate.cli.commands;

import com.fasterxml.jackson.databind.JsonNode;
import dev.headgate.cli.api.Api;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code headgate rollback}. */
@Command(
    name = "rollback",
    description = {
      "Restores what a product promoted earlier, all its tables together.",
      "The product then pauses until an input, its code or an owner changes that."
    },
    footer = {
      "%nExamples:",
      "  headgate rollback analytics.flight-delays --reason \"double counting\" --wait",
      "  headgate rollback analytics.flight-delays --to 7 --reason \"bad since 8\""
    })
public final class RollbackCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(paramLabel = "PRODUCT")
  private String product;

  @Option(
      names = "--to",
      paramLabel = "RELEASE",
      description = "The promoted release to restore; the one before the current if absent.")
  private String to;

  @Option(
      names = "--reason",
      defaultValue = "asked for",
      paramLabel = "TEXT",
      description = "Why; goes on the record.")
  private String reason;

  @Option(names = "--wait", description = "Follows the rollback.")
  private boolean wait;

  public RollbackCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Map<String, Object> body = new HashMap<>();
    body.put("reason", reason);
    body.put("to", to == null ? null : Answers.release(to));
    Api api = session.api();
    JsonNode release = api.post("/products/" + Api.part(product) + "/rollback", body);
    return new ReleaseAction(session).show(api, release, wait);
  }
}
