package dev.headgate.cli.commands;

import com.fasterxml.jackson.databind.JsonNode;
import dev.headgate.cli.terminal.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** Releases in words. */
final class ReleasePrinter {
  private static final int MOST_BLOCKERS = 3;

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
          onOneLine(release));
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

  /** Where it is, and what one can do about it. */
  void line(JsonNode release) {
    line(release, MOST_BLOCKERS, "headgate release show " + release.path("id").asText());
  }

  /** {@code where} are all blockers, of which at most so many are said. */
  private void line(JsonNode release, int most, String where) {
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
            + why(release, most, where)
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

  /** The reason; of several blockers each on its own line, and of many only the first few. */
  private static String why(JsonNode release, int most, String where) {
    JsonNode blockers = release.path("blockedBy");
    if (blockers.size() < 2) {
      String all = onOneLine(release);
      return all.isEmpty() ? "" : ": " + all;
    }
    String reason = text(release.path("reason"));
    int first = place(blockers.path(0).asText(), reason);
    String head = first < 0 ? reason : reason.substring(0, first);
    StringBuilder lines = new StringBuilder(head.isEmpty() ? ":" : ": " + head + ":");
    first(blockers, most).forEach(blocker -> lines.append("\n  ").append(blocker.asText()));
    if (blockers.size() > most) {
      lines.append("\n  and ").append(blockers.size() - most).append(" more: ").append(where);
    }
    return lines.toString();
  }

  /** What blocks it is said once, also where the reason says it; of several the reason sums up. */
  private static String onOneLine(JsonNode release) {
    String reason = text(release.path("reason"));
    JsonNode blockers = release.path("blockedBy");
    String blocker = blockers.path(0).asText() + (blockers.size() > 1 ? "; …" : "");
    if (reason.isEmpty() || blockers.isEmpty()) {
      return reason.isEmpty() && !blockers.isEmpty() ? blocker : reason;
    }
    return place(blockers.path(0).asText(), reason) >= 0 ? reason : reason + "; " + blocker;
  }

  /** Where a reason begins to say what blocks; negative if it does not. */
  private static int place(String blocker, String reason) {
    return reason.startsWith(blocker) ? 0 : reason.indexOf(": " + blocker);
  }

  private static String text(JsonNode value) {
    return value.isNull() ? "" : value.asText();
  }

  /** Whether the verdict below lists all that blocks; what could not be judged it does not. */
  private static boolean isListedBelow(JsonNode release) {
    long failed =
        StreamSupport.stream(release.path("verdict").path("results").spliterator(), false)
            .filter(result -> FindingsTable.result(result).equals("fail"))
            .count();
    return failed >= release.path("blockedBy").size();
  }

  void details(JsonNode release) {
    line(release, isListedBelow(release) ? MOST_BLOCKERS : Integer.MAX_VALUE, "see below");
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
    FindingsTable table = new FindingsTable();
    JsonNode results = release.path("verdict").path("results");
    String product = release.path("product").asText();
    results.forEach(result -> table.row(product, result));
    table.print(session, "Checks and policies");
    FindingsPrinter below = new FindingsPrinter(session);
    for (JsonNode result : results) {
      String subject = result.path("dataset").asText(product);
      below.sample(result.path("check").asText(), subject, result.path("sample"));
    }
    below.waivers(release.path("waivers"));
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
