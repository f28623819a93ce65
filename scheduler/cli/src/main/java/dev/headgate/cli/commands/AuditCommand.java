package dev.headgate.cli.commands;

import com.fasterxml.jackson.databind.JsonNode;
import dev.headgate.cli.api.ExitCode;
import dev.headgate.cli.terminal.Table;
import java.util.StringJoiner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code headgate audit …}. */
@Command(
    name = "audit",
    description = "Shows the record of decisions, and checks that nobody altered it.",
    footer = {"%nExamples:", "  headgate audit list --limit 50", "  headgate audit verify"})
public final class AuditCommand {
  private final Session session;

  public AuditCommand(Session session) {
    this.session = session;
  }

  @Command(
      name = "list",
      description = "Lists decisions, newest first.",
      footer = {"%nExample:", "  headgate audit list --limit 50"})
  int list(
      @Option(
              names = "--limit",
              defaultValue = "20",
              paramLabel = "N",
              description = "At most so many (${DEFAULT-VALUE}).")
          int limit) {
    session.print(session.api().get("/audit?limit=" + limit), this::rowsInWords);
    return 0;
  }

  private void rowsInWords(JsonNode rows) {
    Table table = new Table("NO", "WHEN", "WHO", "WHAT", "ON", "DETAILS");
    for (JsonNode row : rows) {
      StringJoiner details = new StringJoiner(", ");
      row.path("details")
          .properties()
          .forEach(d -> details.add(d.getKey() + "=" + d.getValue().asText()));
      table.row(
          row.path("number"),
          Answers.time(row.path("at")),
          row.path("actor").asText(),
          row.path("action").asText(),
          row.path("subject").asText(),
          details);
    }
    session.table(table);
  }

  @Command(
      name = "verify",
      description = "Recomputes the hash chain; exit code 1 if it is broken.",
      footer = {"%nExample:", "  headgate audit verify"})
  int verify() {
    JsonNode verified = session.api().get("/audit/verify");
    boolean holds = verified.path("holds").asBoolean();
    session.print(
        verified,
        v ->
            session.line(
                holds
                    ? "The record holds: " + v.path("rows").asLong() + " rows."
                    : "The record was altered: " + v.path("problem").asText()));
    return (holds ? ExitCode.OK : ExitCode.FAILED).number();
  }
}
