package dev.headgate.cli.commands;

import com.fasterxml.jackson.databind.JsonNode;
import dev.headgate.cli.api.Api;
import dev.headgate.cli.terminal.ProgressLine;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code plan} and {@code apply}. */
@Command
public final class DefinitionCommands {
  private final Session session;

  public DefinitionCommands(Session session) {
    this.session = session;
  }

  @Command(
      name = "plan",
      description = {
        "Shows what applying a folder of definitions would change, and what would be built."
      },
      footer = {"%nExample:", "  headgate plan ./definitions"})
  int plan(@Parameters(paramLabel = "DIR", description = "The whole folder.") Path folder) {
    JsonNode plan = session.api().post("/plan", Upload.of(folder));
    session.print(plan, this::words);
    return 0;
  }

  @Command(
      name = "apply",
      description = "Makes a folder of definitions what holds; all of it, or nothing.",
      footer = {"%nExample:", "  headgate apply ./definitions"})
  int apply(@Parameters(paramLabel = "DIR", description = "The whole folder.") Path folder) {
    Api api = session.api();
    Map<String, Object> upload = Upload.of(folder);
    JsonNode applied;
    try (ProgressLine progress = session.terminal().progress()) {
      progress.show("comparing with what holds");
      upload.put("expectedRevision", api.post("/plan", upload).path("revision").asLong());
      progress.show("applying");
      applied = api.post("/apply", upload);
    }
    session.print(applied, this::appliedInWords);
    return 0;
  }

  private void appliedInWords(JsonNode applied) {
    words(applied.path("plan"));
    session.line("Applied as revision " + applied.path("revision").asLong() + ".");
  }

  private void words(JsonNode plan) {
    if (plan.path("changes").isEmpty()) {
      session.line("Nothing changes.");
    }
    for (JsonNode change : plan.path("changes")) {
      session.line(sign(change.path("kind").asText()) + " " + change.path("subject").asText());
      change.path("details").forEach(detail -> session.line("    " + detail.asText()));
    }
    if (!plan.path("rebuilds").isEmpty()) {
      session.line("\nTo be built:");
      for (JsonNode rebuild : plan.path("rebuilds")) {
        session.line(
            "  "
                + rebuild.path("product").asText()
                + ": "
                + Answers.list(rebuild.path("because"), "; "));
      }
    }
    plan.path("notes").forEach(note -> session.line("Note: " + note.asText()));
  }

  private static String sign(String kind) {
    return switch (kind) {
      case "ADDED" -> "+";
      case "REMOVED" -> "-";
      default -> "~";
    };
  }
}
