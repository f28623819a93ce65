package dev.headgate.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.headgate.cli.api.Api;
import dev.headgate.cli.api.CliException;
import dev.headgate.cli.api.ExitCode;
import dev.headgate.cli.check.CheckCommand;
import dev.headgate.cli.commands.Session;
import dev.headgate.cli.commands.Upload;
import dev.headgate.cli.terminal.ProgressLine;
import dev.headgate.cli.terminal.Table;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** What the story is told with: the server, and the screen. */
final class Stage {
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final long PAUSE_MILLIS = 200;
  private static final int ALL = 1000;

  private final URI url;
  private final Session session;
  private int chapter;

  Stage(URI url, Session session) {
    this.url = url;
    this.session = session;
  }

  Api as(String actor) {
    return new Api(url, actor);
  }

  /** Has the server start its Spark for queries now, beside the first chapters. */
  void warmUp() {
    Thread thread =
        new Thread(
            () -> {
              try {
                sql("main", "SELECT id % 2, COUNT(DISTINCT id) FROM range(10) GROUP BY 1");
              } catch (RuntimeException e) {
                // who needs it will start it, and be told what is wrong
              }
            },
            "demo-warm-up");
    thread.setDaemon(true);
    thread.start();
  }

  /** Says what has happened while a chapter goes on. */
  void say(String text) {
    session.line("      " + text);
  }

  /** Tells one chapter: its title, what happens, and how long it took. */
  void chapter(int chapters, String title, Supplier<String> happening) {
    chapter++;
    long from = System.nanoTime();
    session.line("[" + chapter + "/" + chapters + "] " + title);
    String outcome = happening.get();
    long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - from);
    session.line("      " + outcome.replace("\n", "\n      ") + " (" + seconds + " s)");
  }

  /** Releases of a product, newest first, with all their details. */
  List<JsonNode> releases(String product) {
    List<JsonNode> details = new ArrayList<>();
    for (JsonNode release : as("demo").get("/releases?limit=" + ALL)) {
      if (release.path("product").asText().equals(product)) {
        details.add(as("demo").get("/releases/" + release.path("id").asLong()));
      }
    }
    return details;
  }

  JsonNode release(long id) {
    return as("demo").get("/releases/" + id);
  }

  long promoted(String product, String kind) {
    return releases(product).stream()
        .filter(r -> is(r, "PROMOTED") && r.path("kind").asText().equals(kind))
        .count();
  }

  static boolean is(JsonNode release, String state) {
    return release.path("state").asText().equals(state);
  }

  /** Applies the definitions; what holds already changes nothing. */
  void apply(Path definitions, String actor) {
    Map<String, Object> body = Upload.of(definitions);
    JsonNode plan = as(actor).post("/plan", body);
    List<String> others = new ArrayList<>();
    for (JsonNode change : plan.path("changes")) {
      if (change.path("kind").asText().equals("REMOVED")) {
        others.add(change.path("subject").asText());
      }
    }
    if (!others.isEmpty()) {
      throw new CliException(
          ExitCode.FAILED,
          "this home has more than the demo's products ("
              + String.join(", ", others)
              + "), which going on would remove: tell the story on a home of its own, headgate demo --home DIR");
    }
    if (!plan.path("changes").isEmpty()) {
      body.put("expectedRevision", plan.path("revision").asLong());
      as(actor).post("/apply", body);
    }
  }

  /** The release that was built with these parameters, or the one that is now asked for. */
  JsonNode built(String product, Map<String, String> parameters, String actor) {
    Optional<JsonNode> known =
        releases(product).stream()
            .filter(
                r -> parameters.equals(parameters(r)) && !is(r, "FAILED") && !is(r, "CANCELLED"))
            .findFirst();
    JsonNode release =
        known.orElseGet(
            () -> {
              JsonNode answer =
                  as(actor)
                      .post("/products/" + product + "/build", Map.of("parameters", parameters));
              return answer.path("release").path("id").isNumber()
                  ? answer.path("release")
                  : await(product, r -> parameters.equals(parameters(r)));
            });
    return settled(release.path("id").asLong());
  }

  private static Map<String, String> parameters(JsonNode release) {
    Map<String, String> parameters = new java.util.TreeMap<>();
    JsonNode given = release.path("parameters");
    given.fieldNames().forEachRemaining(name -> parameters.put(name, given.path(name).asText()));
    return parameters;
  }

  /** Waits until a release of the product is as wished. */
  JsonNode await(String product, Predicate<JsonNode> wished) {
    return await(
        product + " is decided about", () -> releases(product).stream().filter(wished).findFirst());
  }

  /** Waits until a release has ended or waits for people. */
  JsonNode settled(long release) {
    return await(
        "release " + release,
        () -> {
          JsonNode now = as("demo").get("/releases/" + release);
          boolean rests =
              is(now, "HELD") || is(now, "AWAITING_APPROVAL") || !now.path("endedAt").isNull();
          return rests ? Optional.of(now) : Optional.empty();
        });
  }

  /** What explains a product's last decision, once that begins with what is wanted. */
  List<String> why(String product, String wanted) {
    return await(
        "why " + product,
        () -> {
          List<String> because = new ArrayList<>();
          as("demo")
              .get("/products/" + product + "/why")
              .path("decision")
              .path("because")
              .forEach(line -> because.add(line.asText()));
          boolean isIt = !because.isEmpty() && because.get(0).startsWith(wanted);
          return isIt ? Optional.of(because) : Optional.empty();
        });
  }

  private <T> T await(String what, Supplier<Optional<T>> look) {
    long until = System.nanoTime() + PATIENCE.toNanos();
    try (ProgressLine progress = session.terminal().progress()) {
      while (System.nanoTime() < until) {
        Optional<T> seen = look.get();
        if (seen.isPresent()) {
          return seen.get();
        }
        activity().ifPresent(line -> progress.show("      " + line));
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CliException(ExitCode.FAILED, "interrupted; the same command goes on from here", e);
    }
    throw new CliException(ExitCode.FAILED, what + ": not within " + PATIENCE);
  }

  private Optional<String> activity() {
    for (JsonNode release : as("demo").get("/releases?limit=20")) {
      if (release.path("endedAt").isNull() && !is(release, "HELD")) {
        return Optional.of(
            "release "
                + release.path("id").asLong()
                + " of "
                + release.path("product").asText()
                + ": "
                + release.path("state").asText());
      }
    }
    return Optional.empty();
  }

  /** Says yes as {@code actor} to what waits, and waits until it is promoted. */
  JsonNode approved(JsonNode release, String actor) {
    long id = release.path("id").asLong();
    JsonNode now = settled(id);
    if (is(now, "AWAITING_APPROVAL")) {
      as(actor).post("/releases/" + id + "/approve", Map.of("digest", now.path("digest").asText()));
      now =
          await(
              "release " + id,
              () -> {
                JsonNode seen = as("demo").get("/releases/" + id);
                return seen.path("endedAt").isNull() ? Optional.empty() : Optional.of(seen);
              });
    }
    return promoted(now);
  }

  /** The release, which must have been promoted. */
  JsonNode promoted(JsonNode release) {
    if (!is(release, "PROMOTED")) {
      throw new CliException(
          ExitCode.FAILED,
          "release "
              + release.path("id").asLong()
              + " of "
              + release.path("product").asText()
              + " is "
              + release.path("state").asText()
              + ": "
              + release.path("reason").asText()
              + "; see 'headgate logs' for its runs");
    }
    return release;
  }

  /** The rows that a query gives through a view. */
  JsonNode sql(String view, String query) {
    return as("demo").post("/sql", Map.of("at", view, "query", query, "maxRows", ALL)).path("rows");
  }

  /** Shows what judges say about a product as {@code main} shows it. */
  void check(String product) {
    CheckCommand.show(session, as("demo").post("/checks", Map.of("product", product)));
  }

  void table(Table table) {
    session.line("");
    session.table(table);
  }
}
