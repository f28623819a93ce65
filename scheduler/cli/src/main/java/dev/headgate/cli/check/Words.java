package dev.headgate.cli.check;

import dev.headgate.cli.commands.FindingsPrinter;
import dev.headgate.cli.commands.FindingsTable;
import dev.headgate.cli.commands.Session;
import java.util.ArrayList;
import java.util.List;

/** A report for people: a table, samples of what breaks, and a line that sums up. */
final class Words {
  private final Session session;

  Words(Session session) {
    this.session = session;
  }

  void print(Report report) {
    if (!report.results().isEmpty()) {
      FindingsTable table = new FindingsTable();
      for (Report.Result result : report.results()) {
        table.row(
            result.kind().toString(),
            result.subject(),
            result.rule(),
            result.measured(),
            result.how(),
            result.message(),
            written(result));
      }
      table.print(session, "");
    }
    FindingsPrinter below = new FindingsPrinter(session);
    for (Report.Result result : report.results()) {
      below.sample(result.rule(), result.subject(), result.sample());
    }
    below.waivers(report.waivers());
    session.line(sum(report));
  }

  /** Who wrote it, and its place where that is known: of a contract instead of its version. */
  private static String written(Report.Result result) {
    if (result.line() == 0) {
      return result.origin();
    }
    String place = result.file() + ":" + result.line();
    String kind = result.origin().replaceFirst(" .*", "");
    return switch (kind) {
      case "contract", "pipeline", "policy" -> kind + " " + place;
      default -> result.origin() + ", " + place;
    };
  }

  private static String sum(Report report) {
    List<String> parts = new ArrayList<>();
    for (Report.Kind kind : Report.Kind.values()) {
      long count = report.count(kind);
      if (count > 0) {
        parts.add(count + " " + kind);
      }
    }
    String counts = parts.isEmpty() ? "nothing to check" : String.join(", ", parts);
    return (report.passed() ? "Passed: " : "Not passed: ") + counts + ".";
  }
}
