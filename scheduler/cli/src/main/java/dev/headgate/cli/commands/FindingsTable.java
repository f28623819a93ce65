package dev.headgate.cli.commands;

import com.fasterxml.jackson.databind.JsonNode;
import dev.headgate.cli.terminal.Table;
import java.util.Locale;

/** What judges found, a row for each rule: the same wherever findings are shown. */
public final class FindingsTable {
  private final Table table =
      new Table("RESULT", "OF", "RULE", "MEASURED", "HOW", "FOUND", "WRITTEN IN");

  /** A row; {@code of} is the dataset, else the product. */
  public void row(
      String result,
      String of,
      String rule,
      String measured,
      String how,
      String found,
      String writtenIn) {
    table.row(result, of, rule, measured, how, found, writtenIn);
  }

  /** A finding on a product, as the API has it. */
  void row(String product, JsonNode finding) {
    row(
        result(finding),
        finding.path("dataset").asText(product),
        finding.path("check").asText(),
        finding.path("measured").asText(""),
        how(finding.path("evidence")),
        finding.path("message").asText(),
        finding.path("origin").asText());
  }

  /** Prints it where it has rows, below a title where there is one. */
  public void print(Session session, String title) {
    if (table.isEmpty()) {
      return;
    }
    if (!title.isEmpty()) {
      session.line("\n" + title);
    }
    session.table(table);
  }

  /**
   * How a finding counts: {@code pass}, {@code fail}, {@code warn}, {@code waived}, {@code skip}.
   */
  public static String result(JsonNode finding) {
    return switch (finding.path("outcome").asText()) {
      case "PASSED" -> "pass";
      case "WAIVED" -> "waived";
      case "SKIPPED" -> "skip";
      default -> finding.path("severity").asText().equals("WARNING") ? "warn" : "fail";
    };
  }

  /** How a value was come by: {@code exact, metadata}; empty where nothing was measured. */
  public static String how(JsonNode evidence) {
    if (!evidence.isObject()) {
      return "";
    }
    String exact = evidence.path("exact").asBoolean() ? "exact" : "estimated";
    String source = evidence.path("source").asText().toLowerCase(Locale.ROOT).replace('_', ' ');
    return exact + ", " + source;
  }
}
