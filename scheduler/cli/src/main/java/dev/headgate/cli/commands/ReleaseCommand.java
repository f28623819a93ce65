package dev.headgate.cli.commands;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.headgate.cli.api.Api;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code headgate release …}. */
@Command(
    name = "release",
    description = "Lists and shows releases, and does what can be done with one.",
    footer = {
      "%nExamples:",
      "  headgate release list --product analytics.flight-delays",
      "  headgate release show 12",
      "  headgate release open operations.flights -o json",
      "  headgate release close 13 --wait"
    })
public final class ReleaseCommand {
  private static final int MOST = 1000;

  private final Session session;

  public ReleaseCommand(Session session) {
    this.session = session;
  }

  @Command(
      name = "list",
      description = "Lists releases, newest first.",
      footer = {"%nExample:", "  headgate release list --product operations.flights --limit 100"})
  int list(
      @Option(names = "--product", paramLabel = "PRODUCT", description = "Only of this product.")
          String product,
      @Option(
              names = "--limit",
              defaultValue = "20",
              paramLabel = "N",
              description =
                  "At most so many (${DEFAULT-VALUE}), up to 1000; it says when there are more.")
          int limit) {
    String of = product == null ? "" : "&product=" + Api.part(product);
    int asked = limit > 0 && limit < MOST ? limit + 1 : limit; // one more shows that there are
    JsonNode found = session.api().get("/releases?limit=" + asked + of);
    session.print(
        JsonNodeFactory.instance.arrayNode().addAll(ReleasePrinter.first(found, limit)),
        shown -> new ReleasePrinter(session).list(found, limit));
    return 0;
  }

  @Command(
      name = "show",
      description = "Shows runs, checks, approvals and changes of a release.",
      footer = {"%nExample:", "  headgate release show 12"})
  int show(@Parameters(paramLabel = "RELEASE") String release) {
    session.print(
        session.api().get("/releases/" + Answers.release(release)),
        new ReleasePrinter(session)::details);
    return 0;
  }

  @Command(
      name = "open",
      description = {
        "Opens a release that is written from outside, and says how.",
        "Anything that speaks Iceberg REST can write with this URI, warehouse and token. In a new",
        "domain it creates the namespace first."
      },
      footer = {"%nExample:", "  headgate release open sales.orders -o json"})
  int open(@Parameters(paramLabel = "PRODUCT") String product) {
    session.print(
        session.api().post("/products/" + Api.part(product) + "/open", Map.of()),
        this::openedInWords);
    return 0;
  }

  private void openedInWords(JsonNode opened) {
    session.line("Release " + opened.path("id") + " is open. Write with");
    session.line("  uri        " + opened.path("uri").asText());
    session.line("  warehouse  " + opened.path("warehouse").asText());
    session.line("  token      " + opened.path("token").asText());
    session.line("then 'headgate release close " + opened.path("id") + "'.");
  }

  @Command(
      name = "close",
      description = "Hands an open release's branch to the checks.",
      footer = {"%nExample:", "  headgate release close 12 --wait"})
  int close(
      @Parameters(paramLabel = "RELEASE") String release,
      @Option(names = "--wait", description = "Follows the release.") boolean wait) {
    return new ReleaseAction(session).run(release, "close", Map.of(), wait);
  }

  @Command(
      name = "cancel",
      description = "Stops a release that has not ended.",
      footer = {"%nExample:", "  headgate release cancel 12 --reason \"the file was wrong\""})
  int cancel(
      @Parameters(paramLabel = "RELEASE") String release,
      @Option(
              names = "--reason",
              required = true,
              paramLabel = "TEXT",
              description = "Why; goes on the record.")
          String reason) {
    return new ReleaseAction(session).run(release, "cancel", Map.of("reason", reason), false);
  }

  @Command(
      name = "retry",
      description = "Opens a new release for what an ended one was to make.",
      footer = {"%nExample:", "  headgate release retry 12 --wait"})
  int retry(
      @Parameters(paramLabel = "RELEASE") String release,
      @Option(names = "--wait", description = "Follows the new release.") boolean wait) {
    Api api = session.api();
    JsonNode requested = api.post("/releases/" + Answers.release(release) + "/retry", Map.of());
    return new RequestedPrinter(session).print(api, requested, wait);
  }
}
