package dev.headgate.cli.commands;

import com.fasterxml.jackson.databind.JsonNode;

/** What differs between two versions of a contract, in words. */
final class ContractPrinter {
  private ContractPrinter() {}

  private static String versions(JsonNode diff) {
    if (!diff.has("before") || !diff.has("after")) {
      return diff.has("after")
          ? "only in the later, " + diff.path("after").asText()
          : "only in the earlier, " + diff.path("before").asText();
    }
    return diff.path("before").asText() + " → " + diff.path("after").asText();
  }

  /** With the version that it would need, where its own is too low. */
  static void print(Session session, JsonNode diff) {
    print(
        session,
        diff,
        diff.has("objection") ? ": expected at least " + diff.path("demanded").asText() : "");
  }

  /** Where its version is said elsewhere. */
  static void printChanges(Session session, JsonNode diff) {
    print(session, diff, "");
  }

  private static void print(Session session, JsonNode diff, String expected) {
    session.line(
        "\nContract of "
            + diff.path("name").asText()
            + ": "
            + versions(diff)
            + ", "
            + diff.path("level").asText("no change")
            + expected);
    for (JsonNode change : diff.path("changes")) {
      String hurts = Answers.list(change.path("hurts"), " and ");
      session.line(
          "  "
              + change.path("level").asText()
              + (hurts.isEmpty() ? "" : ", hurts " + hurts)
              + ": "
              + change.path("message").asText());
    }
  }
}
