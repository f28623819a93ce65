package dev.headgate.cli.commands;

import com.fasterxml.jackson.databind.JsonNode;
import dev.headgate.cli.terminal.Table;
import java.util.HashSet;
import java.util.Set;

/** Prints grades, and the exceptions that stand, for people. */
final class GradePrinter {
  private final Session session;

  GradePrinter(Session session) {
    this.session = session;
  }

  /** Each with what would raise its grade most. */
  void all(JsonNode products) {
    Table table = new Table("PRODUCT", "GRADE", "POINTS", "WAIVERS", "MOST TO GAIN");
    for (JsonNode product : products) {
      JsonNode grade = product.path("grade");
      table.row(
          product.path("product").asText(),
          grade.path("grade").asText(),
          grade.path("points").asText(),
          String.valueOf(product.path("waivers").size()),
          mostToGain(grade.path("reasons")));
    }
    if (table.isEmpty()) {
      session.line("There are no products.");
    } else {
      session.table(table);
    }
  }

  private static String mostToGain(JsonNode reasons) {
    String found = "-";
    int most = 0;
    for (JsonNode reason : reasons) {
      int gain = reason.path("most").asInt() - reason.path("points").asInt();
      if (gain > most) {
        most = gain;
        found = reason.path("evidence").asText();
      }
    }
    return found;
  }

  /** One with its reasons. */
  void one(JsonNode product) {
    JsonNode grade = product.path("grade");
    session.line(
        product.path("product").asText()
            + ": "
            + grade.path("grade").asText()
            + ", "
            + grade.path("points").asText()
            + " of 100 points");
    Table table = new Table("EVIDENCE", "POINTS", "WHY");
    for (JsonNode reason : grade.path("reasons")) {
      table.row(
          reason.path("evidence").asText(),
          reason.path("points").asText() + " of " + reason.path("most").asText(),
          reason.path("message").asText());
    }
    session.table(table);
  }

  /** The exceptions of several products, where there are any; each once. */
  void waivers(JsonNode products) {
    Table table = new Table("WAIVED UNTIL", "WAIVER", "RULE", "SCOPE", "REASON");
    Set<String> seen = new HashSet<>();
    for (JsonNode product : products) {
      for (JsonNode waiver : product.path("waivers")) {
        if (seen.add(waiver.path("id").asText())) {
          table.row(
              Answers.time(waiver.path("until")),
              waiver.path("id").asText(),
              waiver.path("rule").asText(),
              waiver.path("scope").asText(),
              waiver.path("reason").asText());
        }
      }
    }
    session.tableBelow(table);
  }
}
