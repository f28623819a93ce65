package dev.headgate.cli.commands;

import com.fasterxml.jackson.databind.JsonNode;
import dev.headgate.cli.api.Api;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code headgate pause}. */
@Command(
    name = "pause",
    description = "Keeps a product from starting by itself.",
    footer = {"%nExample:", "  headgate pause analytics.flight-delays --reason \"audit\""})
public final class PauseCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(paramLabel = "PRODUCT")
  private String product;

  @Option(
      names = "--reason",
      defaultValue = "asked for",
      paramLabel = "TEXT",
      description = "Why; 'why' shows it.")
  private String reason;

  public PauseCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    JsonNode why =
        session.api().post("/products/" + Api.part(product) + "/pause", Map.of("reason", reason));
    session.print(why, w -> session.line(product + " is paused: " + reason));
    return 0;
  }
}
