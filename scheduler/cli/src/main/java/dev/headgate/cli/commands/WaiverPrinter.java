package dev.headgate.cli.commands;

import com.fasterxml.jackson.databind.JsonNode;
import dev.headgate.cli.terminal.Table;

/** Prints waivers for people. */
final class WaiverPrinter {
  private final Session session;

  WaiverPrinter(Session session) {
    this.session = session;
  }

  void list(JsonNode listed) {
    Table waivers = new Table("WAIVER", "RULE", "SCOPE", "UNTIL", "BY", "RENEWS", "REASON");
    for (JsonNode waiver : listed.path("waivers")) {
      waivers.row(
          waiver.path("id").asText(),
          waiver.path("rule").asText(),
          waiver.path("scope").asText(),
          until(waiver),
          waiver.path("actor").asText(),
          Answers.text(waiver.path("renews")),
          waiver.path("reason").asText());
    }
    if (waivers.isEmpty()) {
      session.line("No waiver is in force.");
    } else {
      session.table(waivers);
    }
    Table domains = new Table("DOMAIN", "IN FORCE", "ALL", "RENEWALS");
    for (JsonNode domain : listed.path("domains")) {
      domains.row(
          domain.path("domain").asText(),
          domain.path("inForce").asText(),
          domain.path("all").asText(),
          domain.path("renewals").asText());
    }
    session.tableBelow(domains);
  }

  /** When it ends or ended: a time, with a word before it where that has been. */
  static String until(JsonNode waiver) {
    if (!waiver.path("revoked").isNull()) {
      return "revoked " + Answers.time(waiver.path("revoked"));
    }
    String time = Answers.time(waiver.path("until"));
    return waiver.path("inForce").asBoolean() ? time : "ended " + time;
  }

  void granted(JsonNode waived) {
    JsonNode waiver = waived.path("waiver");
    session.line(
        "Waiver "
            + waiver.path("id").asText()
            + ": '"
            + waiver.path("rule").asText()
            + "' does not block in "
            + waiver.path("scope").asText()
            + " until "
            + Answers.time(waiver.path("until"))
            + (waiver.path("renews").isNull()
                ? "."
                : "; it renews waiver " + waiver.path("renews").asText() + "."));
    judgedAgain(waived);
  }

  void revoked(JsonNode waived) {
    JsonNode waiver = waived.path("waiver");
    session.line(
        "Waiver "
            + waiver.path("id").asText()
            + " is revoked: '"
            + waiver.path("rule").asText()
            + "' blocks again in "
            + waiver.path("scope").asText()
            + ".");
    judgedAgain(waived);
  }

  private void judgedAgain(JsonNode waived) {
    for (JsonNode release : waived.path("judgedAgain")) {
      session.line("Release " + release.asText() + " is judged again.");
    }
  }
}
