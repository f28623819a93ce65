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
    plan.path("contracts").forEach(this::contract);
    plan.path("notes").forEach(note -> session.line("Note: " + note.asText()));
    plan.path("findings").forEach(this::finding);
  }

  private void contract(JsonNode step) {
    ContractPrinter.print(session, step.path("diff"));
    for (JsonNode consumer : step.path("consumers")) {
      session.line(
          (consumer.path("accepted").asBoolean() ? "    " : "  ! ")
              + consumer.path("message").asText());
    }
  }

  private void finding(JsonNode finding) {
    String place =
        finding.has("file")
            ? finding.path("file").asText()
                + ":"
                + finding.path("line").asInt()
                + ":"
                + finding.path("column").asInt()
            : finding.path("subject").asText();
    String severity = finding.path("severity").asText().equals("error") ? "Error: " : "Warning: ";
    session.line(severity + place + ": " + finding.path("message").asText());
  }

  private static String sign(String kind) {
    return switch (kind) {
      case "ADDED" -> "+";
      case "REMOVED" -> "-";
      default -> "~";
    };
  }
}
