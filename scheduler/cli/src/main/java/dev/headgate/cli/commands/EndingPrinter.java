package dev.headgate.cli.commands;

import com.fasterxml.jackson.databind.JsonNode;
import dev.headgate.cli.terminal.Table;

/** Prints inputs that end, where there are any. */
final class EndingPrinter {
  private final Session session;

  EndingPrinter(Session session) {
    this.session = session;
  }

  void print(JsonNode products) {
    Table table = new Table("INPUT THAT ENDS", "READ BY", "ON", "WHAT");
    for (JsonNode product : products) {
      for (JsonNode ending : product.path("endingInputs")) {
        table.row(
            ending.path("dataset").asText(),
            product.path("product").asText(),
            ending.path("date").asText(),
            ending.path("message").asText());
      }
    }
    session.tableBelow(table);
  }
}
