package dev.headgate.cli.commands;

import com.fasterxml.jackson.databind.JsonNode;
import dev.headgate.cli.terminal.Table;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code headgate versions}. */
@Command(
    name = "versions",
    description = "Lists the lake's versions, newest first, and the release that made each.",
    footer = {"%nExample:", "  headgate versions --limit 5"})
public final class VersionsCommand implements Callable<Integer> {
  private final Session session;

  @Option(
      names = "--limit",
      defaultValue = "20",
      paramLabel = "N",
      description = "At most so many (${DEFAULT-VALUE}).")
  private int limit;

  public VersionsCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
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
}
