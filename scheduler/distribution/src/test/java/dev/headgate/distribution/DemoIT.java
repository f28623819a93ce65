package dev.headgate.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The demo as a user has it, on a bad day: it is killed while Spark runs. Started again on the same
 * home it ends what was under way, tells the story to its end, and exits. Then anyone reads the
 * lake, from a server on that home.
 */
class DemoIT {
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final String FLIGHTS = "SELECT COUNT(*) FROM %s.operations.flights";

  @Test
  void theStoryGoesOnAfterItWasKilledAndEnds(@TempDir Path folder) throws Exception {
    Path home = folder.resolve("home");
    try (ChildProcess demo = Distribution.start(home, folder.resolve("killed.out"), "demo")) {
      demo.awaitOutput("\\[3/11]");
      await().atMost(PATIENCE).until(() -> states(home).contains("operations.flights BUILDING"));
      demo.killHard();
    }

    ChildProcess told = Distribution.start(home, folder.resolve("told.out"), "demo", "--exit");
    try (told) {
      assertThat(told.exitCode()).as(told.output()).isZero();
    }
    assertThat(told.output())
        .as("what was under way is release 2 still, and was judged as it would have been")
        .contains("release 2 is HELD:")
        .contains("duplicates in departure, origin, destination, delay, distance, expected 0")
        .containsPattern("otto waives 'no flight twice' until \\d{4}-\\d\\d-\\d\\d: ")
        .contains("release 6 is HELD, on its branch:")
        .contains("6, expected greater than 10000")
        .contains("main is as it was: ")
        .contains("warning: nobody leaves two hours early: -1116, expected at least -120")
        .contains("version-8, the mistake: 100.0 %")
        .containsPattern("waived +operations.flights +no flight twice +13 +exact, scan")
        .containsPattern("warn +operations.flights +nobody leaves two hours early +-1116 +exact")
        .containsPattern(
            "Waived by otto: 'no flight twice' in operations.flights .waiver 1, until ")
        .containsPattern("pass +operations.flights +required.origin. +0 +exact, metadata")
        .doesNotContain("The server keeps answering");

    try (ChildProcess server = Distribution.start(home, folder.resolve("read.out"), "server")) {
      String url = server.awaitOutput("Headgate is at (\\S+)").group(1);
      assertThat(states(home))
          .containsExactly(
              "analytics.flight-delays PROMOTED",
              "analytics.flight-delays PROMOTED",
              "analytics.flight-delays PROMOTED",
              "analytics.flight-delays PROMOTED",
              "analytics.flight-delays PROMOTED",
              "operations.flights PROMOTED",
              "operations.flights PROMOTED",
              "operations.flights PROMOTED",
              "operations.flights SUPERSEDED",
              "reference.airports PROMOTED");
      assertThat(Distribution.json(home, "status").path("lakeVersion").asInt()).isEqualTo(9);
      assertThat(Distribution.run(home, "audit", "verify")).contains("The record holds");
      readsWithAStockSpark(folder, url);
      assertThat(server.terminate()).isIn(0, 143);
    }
  }

  private static void readsWithAStockSpark(Path folder, String url) {
    try (StockSpark spark = StockSpark.start(folder.resolve("stock"), Map.of())) {
      for (String view : List.of("main", "pinned", "version-1", "version-2")) {
        spark.catalog(view.replace('-', '_'), url + "/iceberg", view, "");
      }
      assertThat(spark.sql(FLIGHTS.formatted("main"))).isEqualTo("[[136282]]");
      assertThat(spark.sql(FLIGHTS.formatted("pinned"))).isEqualTo("[[136282]]");
      assertThat(spark.sql(FLIGHTS.formatted("version_2"))).isNotEqualTo("[[136282]]");
      assertThat(spark.sql("SELECT COUNT(*) > 3000 FROM version_1.reference.airports"))
          .isEqualTo("[[true]]");
      assertThatThrownBy(() -> spark.sql(FLIGHTS.formatted("version_1")))
          .hasMessageContaining("TABLE_OR_VIEW_NOT_FOUND");
      for (String write :
          List.of("DELETE FROM %s", "DROP TABLE %s", "ALTER TABLE %s ADD COLUMN mine INT")) {
        assertThatThrownBy(() -> spark.sql(write.formatted("main.operations.flights")))
            .hasMessageContaining("operations.flights")
            .hasMessageContaining("headgate build operations.flights");
      }
      assertThatThrownBy(() -> spark.sql("DELETE FROM pinned.operations.flights"))
          .as("what cannot be done there is not offered")
          .hasMessageContaining("does not support endpoint");
      assertThat(spark.sql(FLIGHTS.formatted("main"))).isEqualTo("[[136282]]");
    }
  }

  /** Product and state of each release, sorted. */
  private static List<String> states(Path home) {
    JsonNode releases = Distribution.json(home, "release", "list");
    return StreamSupport.stream(releases.spliterator(), false)
        .map(r -> r.path("product").asText() + " " + r.path("state").asText())
        .sorted()
        .toList();
  }
}
