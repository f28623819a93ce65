package dev.headgate.cli.commands;

import com.fasterxml.jackson.databind.JsonNode;
import dev.headgate.cli.terminal.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code headgate sql}. */
@Command(
    name = "sql",
    description = "Asks a query of any view of the lake; it reads only.",
    footer = {
      "%nExamples:",
      "  headgate sql \"select count(*) from operations.flights\"",
      "  headgate sql --at version-3 \"select * from analytics.daily_delays order by 1\""
    })
public final class SqlCommand implements Callable<Integer> {
  private final Session session;

  @Option(
      names = "--at",
      defaultValue = "main",
      paramLabel = "VIEW",
      description = "main, pinned, version-N or release-N (${DEFAULT-VALUE}).")
  private String at;

  @Option(
      names = "--max-rows",
      defaultValue = "1000",
      paramLabel = "N",
      description = "Rows at most (${DEFAULT-VALUE}).")
  private int maxRows;

  @Parameters(paramLabel = "QUERY")
  private String query;

  public SqlCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Map<String, Object> body = new HashMap<>(Map.of("at", at, "query", query));
    body.put("maxRows", maxRows);
    session.print(session.api().post("/sql", body), this::rowsInWords);
    return 0;
  }

  private void rowsInWords(JsonNode answer) {
    List<String> head = new ArrayList<>();
    answer.path("columns").forEach(column -> head.add(column.path("name").asText()));
    Table table = new Table(head);
    for (JsonNode row : answer.path("rows")) {
      List<String> cells = new ArrayList<>();
      row.forEach(cell -> cells.add(cell.isNull() ? "NULL" : cell.asText()));
      table.row(cells.toArray());
    }
    session.table(table);
    if (answer.path("truncated").asBoolean()) {
      session.terminal().note("There are more rows: see --max-rows.");
    }
  }
}
