package dev.headgate.cli.commands;

import com.fasterxml.jackson.databind.JsonNode;
import dev.headgate.cli.terminal.Table;
import java.util.ArrayList;
import java.util.List;

/** Releases in words. */
final class ReleasePrinter {
  private final Session session;

  ReleasePrinter(Session session) {
    this.session = session;
  }

  /** The first of them, and whether there are more. */
  void list(JsonNode releases, int limit) {
    Table table =
        new Table("ID", "PRODUCT", "KIND", "STATE", "VERSION", "STARTED", "TOOK", "REASON");
    for (JsonNode release : first(releases, limit)) {
      table.row(
          release.path("id"),
          release.path("product").asText(),
          release.path("kind").asText(),
          release.path("state").asText(),
          Answers.text(release.path("lakeVersion")),
          Answers.time(release.path("createdAt")),
          Answers.duration(release.path("createdAt"), release.path("endedAt")),
          why(release));
    }
    session.table(table);
    if (releases.size() > limit) {
      session.line("There are more: --limit N shows up to N of them.");
    }
  }

  /** At most so many, in their order. */
  static List<JsonNode> first(JsonNode releases, int limit) {
    List<JsonNode> first = new ArrayList<>();
    for (int i = 0; i < Math.min(limit, releases.size()); i++) {
      first.add(releases.get(i));
    }
    return first;
  }

  /** One line: where it is, and what one can do about it. */
  void line(JsonNode release) {
    String id = release.path("id").asText();
    String state = release.path("state").asText();
    session.line(
        "Release "
            + id
            + " of "
            + release.path("product").asText()
            + " is "
            + state
            + (release.path("lakeVersion").isNumber()
                ? " as version-" + release.path("lakeVersion").asText()
                : "")
            + (why(release).isEmpty() ? "" : ": " + why(release))
            + advice(id, state));
  }

  private static String advice(String id, String state) {
    return switch (state) {
      case "AWAITING_APPROVAL" ->
          "\nLook at it with 'headgate release show "
              + id
              + "', then 'headgate approve "
              + id
              + "' or 'headgate reject "
              + id
              + " --reason …'";
      case "HELD" ->
          "\n'headgate release show "
              + id
              + "' shows the checks; 'headgate release cancel "
              + id
              + " --reason …' gives it up";
      case "FAILED" ->
          "\n'headgate release show "
              + id
              + "' shows the runs; 'headgate release retry "
              + id
              + "' tries again";
      default -> "";
    };
  }

  /** What blocks it is said once, also where the reason begins to list it. */
  private static String why(JsonNode release) {
    String reason = release.path("reason").isNull() ? "" : release.path("reason").asText();
    String blocked = Answers.list(release.path("blockedBy"), "; ");
    if (reason.isEmpty() || blocked.isEmpty()) {
      return reason + blocked;
    }
    int first = reason.indexOf(release.path("blockedBy").path(0).asText());
    return first < 0 ? reason + "; " + blocked : reason.substring(0, first) + blocked;
  }

  void details(JsonNode release) {
    line(release);
    session.line("");
    session.line("Asked for by   " + Answers.text(release.path("requestedBy")));
    session.line("Because        " + Answers.list(release.path("startedBecause"), "; "));
    session.line("Readable at    " + release.path("warehouse").asText());
    session.line("Digest         " + Answers.text(release.path("digest")));
    session.line(
        "Started        "
            + Answers.time(release.path("createdAt"))
            + ", took "
            + Answers.duration(release.path("createdAt"), release.path("endedAt")));
    runs(release.path("runs"));
    checks(release);
    approvals(release);
    changes(release.path("changes"));
  }

  private void runs(JsonNode runs) {
    Table table = new Table("RUN", "STATE", "ATTEMPT", "MESSAGE");
    for (JsonNode run : runs) {
      table.row(
          run.path("id").asText(),
          run.path("state").asText(),
          run.path("attempt"),
          Answers.text(run.path("message")));
    }
    section("Runs (headgate logs RUN)", table);
  }

  private void checks(JsonNode release) {
    Table table = new Table("DATASET", "CHECK", "RESULT", "MESSAGE");
    JsonNode results = release.path("verdict").path("results");
    for (JsonNode result : results) {
      table.row(
          result.path("dataset").asText(),
          result.path("check").asText(),
          outcome(result),
          result.path("message").asText());
    }
    section("Checks", table);
    FindingsPrinter below = new FindingsPrinter(session);
    for (JsonNode result : results) {
      String subject = result.path("dataset").asText(release.path("product").asText());
      below.sample(result.path("check").asText(), subject, result.path("sample"));
    }
    below.waivers(release.path("waivers"));
  }

  private static String outcome(JsonNode result) {
    return switch (result.path("outcome").asText()) {
      case "PASSED" -> "ok";
      case "WAIVED" -> "WAIVED (" + result.path("waiver").asLong() + ")";
      case "SKIPPED" -> "skipped";
      default -> result.path("severity").asText();
    };
  }

  private void approvals(JsonNode release) {
    int needed = release.path("approvalsNeeded").asInt();
    Table table = new Table("WHO", "WHEN", "DIGEST");
    for (JsonNode approval : release.path("approvals")) {
      table.row(
          approval.path("actor").asText(),
          Answers.time(approval.path("at")),
          Answers.digest(approval.path("digest")));
    }
    if (needed > 0) {
      session.line("\nApprovals needed: " + needed);
    }
    section("Approvals", table);
  }

  private void changes(JsonNode changes) {
    Table table = new Table("DATASET", "CHANGE", "ROWS", "SNAPSHOT");
    for (JsonNode change : changes) {
      table.row(
          change.path("dataset").asText(),
          change.path("kind").asText(),
          Answers.text(change.path("rows")),
          Answers.text(change.path("snapshotId")));
    }
    section("What it would change in main", table);
  }

  private void section(String title, Table table) {
    if (!table.isEmpty()) {
      session.line("\n" + title);
      session.table(table);
    }
  }
}
