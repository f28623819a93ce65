package dev.headgate.cli.commands;

import com.fasterxml.jackson.databind.JsonNode;
import dev.headgate.cli.api.Api;
import dev.headgate.cli.terminal.Table;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code headgate tables}. */
@Command(
    name = "tables",
    description = "Lists tables and views as a view of the lake shows them.",
    footer = {
      "%nExamples:",
      "  headgate tables",
      "  headgate tables --at version-3",
      "  headgate tables --at release-12"
    })
public final class TablesCommand implements Callable<Integer> {
  private final Session session;

  @Option(
      names = "--at",
      defaultValue = "main",
      paramLabel = "VIEW",
      description = "main, version-N or release-N (${DEFAULT-VALUE}).")
  private String at;

  public TablesCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    session.print(session.api().get("/tables?at=" + Api.part(at)), this::tablesInWords);
    return 0;
  }

  private void tablesInWords(JsonNode tables) {
    Table table = new Table("NAME", "KIND", "ROWS", "SNAPSHOT", "WRITTEN BY");
    for (JsonNode entry : tables) {
      table.row(
          entry.path("name").asText(),
          entry.path("kind").asText(),
          Answers.text(entry.path("rows")),
          Answers.text(entry.path("snapshotId")),
          entry.path("gated").asBoolean() ? "promotion" : "anyone");
    }
    session.table(table);
  }
}
