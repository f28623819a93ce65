package dev.headgate.cli.commands;

import com.fasterxml.jackson.databind.JsonNode;

/** A plan in words. */
final class PlanPrinter {
  private final Session session;

  PlanPrinter(Session session) {
    this.session = session;
  }

  void applied(JsonNode applied) {
    plan(applied.path("plan"));
    session.line("Applied as revision " + applied.path("revision").asLong() + ".");
  }

  void plan(JsonNode plan) {
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
