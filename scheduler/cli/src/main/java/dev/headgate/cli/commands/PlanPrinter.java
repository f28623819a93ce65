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
    for (JsonNode finding : plan.path("findings")) {
      if (!isSaidWithTheContract(plan, finding)) {
        finding(finding);
      }
    }
  }

  /** That its version is too low is a finding, with its place. */
  private void contract(JsonNode step) {
    JsonNode diff = step.path("diff");
    ContractPrinter.printChanges(session, diff);
    boolean waits = false;
    for (JsonNode consumer : step.path("consumers")) {
      boolean accepted = consumer.path("accepted").asBoolean();
      waits |= !accepted;
      session.line((accepted ? "    " : "  ! ") + consumer.path("message").asText());
    }
    if (waits) {
      session.line("  Releases wait until the owners of each that is marked accept" + how(diff));
    }
  }

  private static String how(JsonNode diff) {
    if (diff.has("objection")) {
      return ", which they can once the contract has such a version.";
    }
    String major = diff.path("after").asText().replaceFirst("\\..*", "");
    return ": headgate contract accept "
        + diff.path("name").asText()
        + "@"
        + major
        + " --for PRODUCT";
  }

  private static boolean isSaidWithTheContract(JsonNode plan, JsonNode finding) {
    if (!finding.path("rule").asText().equals("major-accepted")) {
      return false;
    }
    for (JsonNode step : plan.path("contracts")) {
      for (JsonNode consumer : step.path("consumers")) {
        if (finding.path("message").asText().startsWith(consumer.path("message").asText())) {
          return true;
        }
      }
    }
    return false;
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
