package dev.headgate.cli.commands;

import com.fasterxml.jackson.databind.JsonNode;
import dev.headgate.cli.api.Api;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code headgate resume}. */
@Command(
    name = "resume",
    description = "Lets a paused product start by itself again.",
    footer = {"%nExample:", "  headgate resume analytics.flight-delays"})
public final class ResumeCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(paramLabel = "PRODUCT")
  private String product;

  public ResumeCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    JsonNode why = session.api().post("/products/" + Api.part(product) + "/resume", Map.of());
    session.print(
        why, w -> session.line(product + " is no longer paused: " + w.path("state").asText()));
    return 0;
  }
}
