package dev.headgate.cli.commands;

import com.fasterxml.jackson.databind.JsonNode;
import dev.headgate.cli.api.Api;
import dev.headgate.cli.terminal.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What is in the lake: {@code versions}, {@code tables}, {@code sql}. */
@Command
public final class LakeCommands {
  private final Session session;

  public LakeCommands(Session session) {
    this.session = session;
  }

  @Command(
      name = "versions",
      description = "Lists the lake's versions, newest first, and the release that made each.",
      footer = {"%nExample:", "  headgate versions --limit 5"})
  int versions(
      @Option(
              names = "--limit",
              defaultValue = "20",
              paramLabel = "N",
              description = "At most so many (${DEFAULT-VALUE}).")
          int limit) {
    session.print(session.api().get("/versions?limit=" + limit), this::versionsInWords);
    return 0;
  }

  private void versionsInWords(JsonNode versions) {
    Table table = new Table("VERSION", "WHEN", "RELEASE", "PRODUCT");
    for (JsonNode version : versions) {
      table.row(
          version.path("warehouse").asText(),
          Answers.time(version.path("at")),
          Answers.text(version.path("release")),
          Answers.text(version.path("product")));
    }
    session.table(table);
  }

  @Command(
      name = "tables",
      description = "Lists tables and views as a view of the lake shows them.",
      footer = {
        "%nExamples:",
        "  headgate tables",
        "  headgate tables --at version-3",
        "  headgate tables --at release-12"
      })
  int tables(
      @Option(
              names = "--at",
              defaultValue = "main",
              paramLabel = "VIEW",
              description = "main, version-N or release-N (${DEFAULT-VALUE}).")
          String at) {
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

  @Command(
      name = "sql",
      description = "Asks a query of any view of the lake; it reads only.",
      footer = {
        "%nExamples:",
        "  headgate sql \"select count(*) from operations.flights\"",
        "  headgate sql --at version-3 \"select * from analytics.daily_delays order by 1\""
      })
  int sql(
      @Option(
              names = "--at",
              defaultValue = "main",
              paramLabel = "VIEW",
              description = "main, pinned, version-N or release-N (${DEFAULT-VALUE}).")
          String at,
      @Option(
              names = "--max-rows",
              defaultValue = "1000",
              paramLabel = "N",
              description = "Rows at most (${DEFAULT-VALUE}).")
          int maxRows,
      @Parameters(paramLabel = "QUERY") String query) {
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
      session.terminal().err().println("There are more rows: see --max-rows.");
    }
  }
}
