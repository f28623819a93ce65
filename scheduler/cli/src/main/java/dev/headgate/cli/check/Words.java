package dev.headgate.cli.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.headgate.cli.commands.Session;
import dev.headgate.cli.terminal.Table;
import java.util.ArrayList;
import java.util.List;

/** A report for people: a table, samples of what breaks, and a line that sums up. */
final class Words {
  private final Session session;

  Words(Session session) {
    this.session = session;
  }

  void print(Report report) {
    for (Report.Mistake mistake : report.mistakes()) {
      session.line(
          mistake.file()
              + ":"
              + mistake.line()
              + ":"
              + mistake.column()
              + ": "
              + mistake.message());
    }
    if (!report.results().isEmpty()) {
      Table table = new Table("RESULT", "OF", "RULE", "MEASURED", "HOW", "FOUND", "WRITTEN IN");
      for (Report.Result result : report.results()) {
        table.row(
            result.kind().toString(),
            result.subject(),
            result.rule(),
            result.measured(),
            result.how(),
            result.message(),
            result.origin());
      }
      session.table(table);
    }
    for (Report.Result result : report.results()) {
      if (result.sample() != null && result.sample().isObject()) {
        sample(result);
      }
    }
    session.line(sum(report));
  }

  private void sample(Report.Result result) {
    session.line("");
    session.line("Rows that break '" + result.rule() + "' of " + result.subject() + ":");
    JsonNode sample = result.sample();
    Table table = new Table(texts(sample.path("columns")).toArray(new String[0]));
    sample.path("rows").forEach(row -> table.row(texts(row).toArray()));
    session.table(table);
    if (sample.path("truncated").asBoolean()) {
      session.line("… and more");
    }
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(node -> texts.add(node.asText()));
    return texts;
  }

  private static String sum(Report report) {
    List<String> parts = new ArrayList<>();
    for (Report.Kind kind : Report.Kind.values()) {
      long count = report.count(kind);
      if (count > 0) {
        parts.add(count + " " + kind);
      }
    }
    if (!report.mistakes().isEmpty()) {
      int count = report.mistakes().size();
      parts.add(count + (count == 1 ? " mistake" : " mistakes") + " in definitions");
    }
    String counts = parts.isEmpty() ? "nothing to check" : String.join(", ", parts);
    return (report.passed() ? "Passed: " : "Not passed: ") + counts + ".";
  }
}
