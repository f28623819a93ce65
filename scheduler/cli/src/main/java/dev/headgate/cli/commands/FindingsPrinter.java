package dev.headgate.cli.commands;

import com.fasterxml.jackson.databind.JsonNode;
import dev.headgate.cli.terminal.Table;
import java.util.ArrayList;
import java.util.List;

/** What stands below the findings of judges: rows that break a rule, and exceptions. */
public final class FindingsPrinter {
  private final Session session;

  public FindingsPrinter(Session session) {
    this.session = session;
  }

  /** Rows that break a rule, where there are some; classified columns are masked in them. */
  public void sample(String rule, String subject, JsonNode sample) {
    if (!sample.isObject()) {
      return;
    }
    session.line("");
    session.line("Rows that break '" + rule + "' of " + subject + ":");
    Table table = new Table(texts(sample.path("columns")).toArray(new String[0]));
    sample.path("rows").forEach(row -> table.row(texts(row).toArray()));
    session.table(table);
    if (sample.path("truncated").asBoolean()) {
      session.line("… and more");
    }
  }

  /** The exceptions that keep failures from blocking, one a line. */
  public void waivers(JsonNode waivers) {
    if (!waivers.isEmpty()) {
      session.line("");
    }
    for (JsonNode waiver : waivers) {
      session.line(
          "Waived by "
              + waiver.path("actor").asText()
              + ": '"
              + waiver.path("rule").asText()
              + "' in "
              + waiver.path("scope").asText()
              + " (waiver "
              + waiver.path("id").asText()
              + (waiver.path("inForce").asBoolean() ? ", until " : ", ")
              + WaiverPrinter.until(waiver)
              + "): "
              + waiver.path("reason").asText());
    }
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(node -> texts.add(node.asText()));
    return texts;
  }
}
