package dev.headgate.cli.commands;

import com.fasterxml.jackson.databind.JsonNode;
import dev.headgate.cli.api.Api;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code headgate why PRODUCT}. */
@Command(
    name = "why",
    description = "Explains the last decision about a product: why it is built, waits, or rests.",
    footer = {"%nExample:", "  headgate why analytics.flight-delays"})
public final class WhyCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(paramLabel = "PRODUCT", description = "A product, as domain.product.")
  private String product;

  public WhyCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    session.print(session.api().get("/products/" + Api.part(product) + "/why"), this::words);
    return 0;
  }

  private void words(JsonNode why) {
    JsonNode decision = why.path("decision");
    session.line(
        why.path("product").asText()
            + " is "
            + why.path("state").asText()
            + " (decided "
            + Answers.time(why.path("decidedAt"))
            + ": "
            + decision.path("kind").asText()
            + ")");
    decision.path("because").forEach(reason -> session.line("  because " + reason.asText()));
    decision.path("blockedBy").forEach(block -> session.line("  waits: " + block.asText()));
    JsonNode pause = why.path("paused");
    if (pause.isObject()) {
      session.line(
          "  paused by "
              + pause.path("actor").asText()
              + " since "
              + Answers.time(pause.path("since"))
              + ": "
              + pause.path("reason").asText());
    }
  }
}
