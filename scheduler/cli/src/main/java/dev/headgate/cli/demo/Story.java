package dev.headgate.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.headgate.cli.terminal.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The story. Each chapter first looks whether it has happened on this home; so the whole goes on
 * where an earlier one ended, however that ended.
 */
final class Story {
  private static final String AIRPORTS = "reference.airports";
  private static final String FLIGHTS = "operations.flights";
  private static final String DELAYS = "analytics.flight-delays";
  private static final String TWICE = "no flight twice";
  private static final int DAY = "2001-06-30".length();
  private static final String WORST =
      "SELECT CONCAT(MAX(delayed_percent), ' % of flights delayed at worst, ', COUNT(*), ' airports')"
          + " FROM analytics.airport_scorecard WHERE flights >= 500";
  private static final String DAYS =
      "SELECT CONCAT(COUNT(DISTINCT flight_date), ' days to ', MAX(flight_date), ', ', COUNT(*), ' flights')"
          + " FROM operations.flights";
  private static final int CHAPTERS = 11;

  private final Stage stage;
  private final DemoFiles files;

  Story(Stage stage, DemoFiles files) {
    this.stage = stage;
    this.files = files;
  }

  void tell() {
    stage.warmUp();
    stage.chapter(
        CHAPTERS, "Three teams say what they offer, and promise it in contracts.", this::define);
    stage.chapter(
        CHAPTERS, "Airports arrive.", () -> arrive(AIRPORTS, "file", "airports.csv", "rosa"));
    stage.chapter(
        CHAPTERS,
        "Flights of 24 to 29 June arrive, some of them twice. Their owner waives that, for a month.",
        this::flightsArrive);
    stage.chapter(
        CHAPTERS,
        "Analytics follows by itself, and waits for its owner: ana approves.",
        () -> follow(1));
    stage.chapter(CHAPTERS, "30 June arrives, and analytics follows.", this::nextDay);
    stage.chapter(CHAPTERS, "1 July arrives truncated.", this::truncated);
    stage.chapter(
        CHAPTERS, "27 February arrives late, with an impossible delay in it.", this::oldDay);
    stage.chapter(
        CHAPTERS,
        "Analytics ships a mistake: it counts every flight as delayed. Ana approves too fast.",
        this::mistake);
    stage.chapter(CHAPTERS, "One rollback undoes it, both tables together.", this::rollback);
    stage.chapter(CHAPTERS, "The same question at three versions of the lake.", this::compare);
    stage.chapter(CHAPTERS, "What judges say about flights now: headgate check.", this::check);
    releases();
  }

  private String define() {
    if (stage.as("demo").get("/products").isEmpty()) {
      stage.apply(files.definitions(), "demo");
    }
    return "3 products; their datasets are gated: nothing but a promotion changes what others see";
  }

  private String arrive(String product, String parameter, String data, String actor) {
    JsonNode release =
        stage.promoted(stage.built(product, Map.of(parameter, files.data(data)), actor));
    return "release "
        + id(release)
        + " built on a branch, checked, promoted as version-"
        + version(release);
  }

  private String flightsArrive() {
    Map<String, String> files = Map.of("files", this.files.data("flights/2001-06-2[4-9].parquet"));
    JsonNode release = stage.built(FLIGHTS, files, "otto");
    if (Stage.is(release, "HELD")) {
      stage.say("release " + id(release) + " is HELD:");
      release.path("blockedBy").forEach(reason -> stage.say("  " + reason.asText()));
      stage.say(waived());
      release = stage.settled(id(release));
    }
    stage.promoted(release);
    return "release "
        + id(release)
        + " built on a branch, checked, promoted as version-"
        + version(release)
        + told(release, "WAIVED");
  }

  private String waived() {
    JsonNode waiver =
        stage
            .as("otto")
            .post(
                "/waivers",
                Map.of(
                    "rule",
                    TWICE,
                    "scope",
                    FLIGHTS,
                    "reason",
                    "reported twice by the carriers; they were asked",
                    "until",
                    "P30D"))
            .path("waiver");
    return "otto waives '"
        + TWICE
        + "' until "
        + waiver.path("until").asText().substring(0, DAY)
        + ": "
        + waiver.path("reason").asText();
  }

  private String oldDay() {
    JsonNode release =
        stage.promoted(
            stage.built(
                FLIGHTS, Map.of("files", files.data("flights/2001-02-27.parquet")), "otto"));
    return "release "
        + id(release)
        + " promoted as version-"
        + version(release)
        + told(release, "FAILED")
        + "\n"
        + follow(3);
  }

  /** The findings with this outcome, one a line, with the first row that breaks the rule. */
  private static String told(JsonNode release, String outcome) {
    StringBuilder lines = new StringBuilder();
    for (JsonNode finding : release.path("verdict").path("results")) {
      if (finding.path("outcome").asText().equals(outcome)) {
        lines.append("\n  ").append(outcome.equals("FAILED") ? "warning" : "waived").append(": ");
        lines.append(finding.path("check").asText()).append(": ");
        lines.append(finding.path("message").asText());
        JsonNode rows = finding.path("sample").path("rows");
        if (!rows.isEmpty()) {
          List<String> row = new ArrayList<>();
          rows.path(0).forEach(value -> row.add(value.asText()));
          lines.append("; ").append(String.join(" ", row));
        }
      }
    }
    return lines.toString();
  }

  private String check() {
    stage.check(FLIGHTS);
    return "pass, fail, warn or waived; exact or estimated";
  }

  /** Analytics has been promoted {@code times} times, the last of them approved now. */
  private String follow(int times) {
    while (stage.promoted(DELAYS, "BUILD") < times) {
      stage.approved(stage.await(DELAYS, r -> r.path("endedAt").isNull()), "ana");
    }
    JsonNode last = nthBuild(times);
    return "release "
        + id(last)
        + " ("
        + last.path("datasets").size()
        + " tables) promoted as version-"
        + version(last)
        + ", approved by "
        + last.path("approvals").path(0).path("actor").asText();
  }

  private String nextDay() {
    return arrive(FLIGHTS, "files", "flights/2001-06-30.parquet", "otto") + "\n" + follow(2);
  }

  private String truncated() {
    String before = answer("main", DAYS);
    JsonNode held =
        stage.built(FLIGHTS, Map.of("files", files.data("flights/2001-07-01.parquet")), "otto");
    if (!Stage.is(held, "HELD")) {
      throw new IllegalStateException(
          "expected release " + id(held) + " to be held, it is " + held.path("state"));
    }
    StringBuilder told = new StringBuilder("release " + id(held) + " is HELD, on its branch:");
    held.path("blockedBy").forEach(reason -> told.append("\n  ").append(reason.asText()));
    told.append("\nmain is as it was: ").append(answer("main", DAYS));
    if (!before.equals(answer("main", DAYS))) {
      throw new IllegalStateException("main changed although the release was held");
    }
    stage.why(FLIGHTS, "release " + id(held)).stream()
        .skip(1) // what holds it is told above
        .forEach(line -> told.append("\nwhy: ").append(line));
    return told.toString();
  }

  private String mistake() {
    if (stage.promoted(DELAYS, "BUILD") < 4) {
      files.makeTheMistake();
      stage.apply(files.definitions(), "ben");
    }
    return follow(4) + "\nnow main says: " + answer("main", WORST);
  }

  private String rollback() {
    List<JsonNode> done =
        stage.releases(DELAYS).stream()
            .filter(r -> r.path("kind").asText().equals("ROLLBACK"))
            .toList();
    JsonNode release =
        done.isEmpty()
            ? stage
                .as("ana")
                .post(
                    "/products/" + DELAYS + "/rollback",
                    Map.of("reason", "every flight counts as delayed"))
            : done.get(0);
    JsonNode promoted = stage.approved(release, "ana");
    files.undoTheMistake();
    stage.apply(files.definitions(), "ben");
    return "release "
        + id(promoted)
        + " restored "
        + restoredTables(promoted)
        + " tables as version-"
        + version(promoted)
        + "; now main says: "
        + answer("main", WORST);
  }

  /** The release that it restores says which tables that were. */
  private int restoredTables(JsonNode rollback) {
    return stage.release(rollback.path("restores").asLong()).path("datasets").size();
  }

  private String compare() {
    JsonNode good = nthBuild(3);
    JsonNode bad = nthBuild(4);
    return line(good, "before")
        + "\n"
        + line(bad, "the mistake")
        + "\nmain, now: "
        + answer("main", WORST);
  }

  private String line(JsonNode release, String what) {
    String view = "version-" + version(release);
    return view + ", " + what + ": " + answer(view, WORST);
  }

  private JsonNode nthBuild(int n) {
    List<JsonNode> builds =
        stage.releases(DELAYS).stream()
            .filter(r -> Stage.is(r, "PROMOTED") && r.path("kind").asText().equals("BUILD"))
            .toList();
    return builds.get(builds.size() - n);
  }

  private String answer(String view, String query) {
    return stage.sql(view, query).path(0).path(0).asText();
  }

  private void releases() {
    Table table = new Table("release", "product", "kind", "state", "version", "why");
    for (JsonNode release : stage.as("demo").get("/releases?limit=100")) {
      table.row(
          id(release),
          release.path("product").asText(),
          release.path("kind").asText(),
          release.path("state").asText(),
          release.path("lakeVersion").isNull() ? "" : version(release),
          release.path("reason").asText(""));
    }
    stage.table(table);
  }

  private static long id(JsonNode release) {
    return release.path("id").asLong();
  }

  private static long version(JsonNode release) {
    return release.path("lakeVersion").asLong();
  }
}
