package dev.headgate.cli.commands;

import com.fasterxml.jackson.databind.JsonNode;
import dev.headgate.cli.api.Api;
import java.util.HashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What is done with a product as a whole: {@code rollback}, {@code pause}, {@code resume}. */
@Command
public final class ProductCommands {
  private final Session session;

  public ProductCommands(Session session) {
    this.session = session;
  }

  @Command(
      name = "rollback",
      description = {
        "Restores what a product promoted earlier, all its tables together. The product then pauses",
        "until an input, its code or an owner changes that."
      },
      footer = {
        "%nExamples:",
        "  headgate rollback analytics.flight-delays --reason \"double counting\" --wait",
        "  headgate rollback analytics.flight-delays --to 7 --reason \"bad since 8\""
      })
  int rollback(
      @Parameters(paramLabel = "PRODUCT") String product,
      @Option(
              names = "--to",
              paramLabel = "RELEASE",
              description =
                  "The promoted release to restore; the one before the current if absent.")
          String to,
      @Option(
              names = "--reason",
              defaultValue = "asked for",
              paramLabel = "TEXT",
              description = "Why; goes on the record.")
          String reason,
      @Option(names = "--wait", description = "Follows the rollback.") boolean wait) {
    Map<String, Object> body = new HashMap<>();
    body.put("reason", reason);
    body.put("to", to == null ? null : Answers.release(to));
    Api api = session.api();
    JsonNode release = api.post("/products/" + Api.part(product) + "/rollback", body);
    return new ReleaseAction(session).show(api, release, wait);
  }

  @Command(
      name = "pause",
      description = "Keeps a product from starting by itself.",
      footer = {"%nExample:", "  headgate pause analytics.flight-delays --reason \"audit\""})
  int pause(
      @Parameters(paramLabel = "PRODUCT") String product,
      @Option(
              names = "--reason",
              defaultValue = "asked for",
              paramLabel = "TEXT",
              description = "Why; 'why' shows it.")
          String reason) {
    JsonNode why =
        session.api().post("/products/" + Api.part(product) + "/pause", Map.of("reason", reason));
    session.print(why, w -> session.line(product + " is paused: " + reason));
    return 0;
  }

  @Command(
      name = "resume",
      description = "Lets a paused product start by itself again.",
      footer = {"%nExample:", "  headgate resume analytics.flight-delays"})
  int resume(@Parameters(paramLabel = "PRODUCT") String product) {
    JsonNode why = session.api().post("/products/" + Api.part(product) + "/resume", Map.of());
    session.print(
        why, w -> session.line(product + " is no longer paused: " + w.path("state").asText()));
    return 0;
  }
}
