package dev.headgate.cli.commands;

import com.fasterxml.jackson.databind.JsonNode;
import dev.headgate.cli.terminal.Table;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code headgate status}. */
@Command(
    name = "status",
    description = "Shows every product: where it is, and what main shows of it.",
    footer = {"%nExamples:", "  headgate status", "  headgate status -o json"})
public final class StatusCommand implements Callable<Integer> {
  private final Session session;

  public StatusCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    session.print(session.api().get("/status"), this::words);
    return 0;
  }

  private void words(JsonNode status) {
    Table table = new Table("PRODUCT", "STATE", "GRADE", "RELEASE", "DATASET", "ROWS", "SNAPSHOT");
    for (JsonNode product : status.path("products")) {
      boolean first = true;
      for (JsonNode dataset : product.path("datasets")) {
        table.row(
            first ? product.path("product").asText() : "",
            first ? product.path("state").asText() : "",
            first ? Answers.text(product.path("grade")) : "",
            first ? Answers.text(product.path("currentRelease")) : "",
            dataset.path("name").asText(),
            Answers.text(dataset.path("rows")),
            Answers.text(dataset.path("snapshotId")));
        first = false;
      }
    }
    session.line("Lake version " + status.path("lakeVersion").asLong());
    if (table.isEmpty()) {
      session.line("There are no products: 'headgate init DIR' makes one, 'headgate apply DIR'.");
    } else {
      session.table(table);
    }
    new BreachPrinter(session).print(status.path("products"));
    new EndingPrinter(session).print(status.path("products"));
    new GradePrinter(session).waivers(status.path("products"));
  }
}
