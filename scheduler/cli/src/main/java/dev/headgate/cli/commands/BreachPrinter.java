package dev.headgate.cli.commands;

import com.fasterxml.jackson.databind.JsonNode;
import dev.headgate.cli.terminal.Table;

/** Prints service levels that are not met, where there are any. */
final class BreachPrinter {
  private final Session session;

  BreachPrinter(Session session) {
    this.session = session;
  }

  void print(JsonNode products) {
    Table table = new Table("SERVICE LEVEL NOT MET", "DATASET", "SINCE", "WHAT");
    for (JsonNode product : products) {
      for (JsonNode breach : product.path("breaches")) {
        table.row(
            breach.path("property").asText(),
            breach.path("dataset").asText(),
            Answers.time(breach.path("since")),
            breach.path("message").asText());
      }
    }
    session.tableBelow(table);
  }
}
