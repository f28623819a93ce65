package dev.headgate.bench.checks;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Judges three million flights by fifty rules, beside one plain scan of the same table ({@code max}
 * of every column) and beside fifty queries; and by rules that metadata answers. All through one
 * warm server, turn by turn. Arguments: the distribution, the Parquet file, the number of rounds.
 */
public final class ChecksBenchmark {
  private static final String SCAN = "one scan: max of every column";
  private static final String FIFTY = "headgate check, 50 rules";
  private static final String QUERIES = "50 queries";
  private static final String METADATA = "headgate check, 8 rules that metadata answers";
  private static final String MAXIMA =
      "SELECT max(departure), max(origin), max(destination), max(delay), max(distance)"
          + " FROM bench.flights";

  private final Server server;
  private final Path distribution;
  private final Map<String, List<Double>> millis = new LinkedHashMap<>();

  private ChecksBenchmark(Server server, Path distribution) {
    this.server = server;
    this.distribution = distribution;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path distribution = Path.of(arguments[0]).toAbsolutePath();
    Path data = Path.of(arguments[1]).toAbsolutePath();
    int rounds = Integer.parseInt(arguments[2]);
    Path home = Files.createTempDirectory("headgate-bench");
    try (Server server = Server.start(distribution, home)) {
      ChecksBenchmark benchmark = new ChecksBenchmark(server, distribution);
      benchmark.ingest(data);
      benchmark.round();
      benchmark.millis.clear();
      for (int i = 0; i < rounds; i++) {
        benchmark.round();
      }
      System.out.println(benchmark.report());
    }
  }

  private void ingest(Path data) throws IOException, InterruptedException {
    server.post("/apply", Definitions.with(distribution, List.of()));
    long id =
        server
            .post(
                "/products/bench.flights/build",
                Map.of("parameters", Map.of("file", data.toString())))
            .path("release")
            .path("id")
            .asLong();
    JsonNode release = server.await("/releases/" + id, r -> !r.path("endedAt").isNull());
    if (!release.path("state").asText().equals("PROMOTED")) {
      throw new IOException("the flights were not promoted: " + release);
    }
  }

  private void round() throws IOException, InterruptedException {
    time(SCAN, () -> sql(MAXIMA));
    time(FIFTY, () -> check(Rules.fifty(), "SCAN"));
    time(
        QUERIES,
        () -> {
          for (Rules.Rule rule : Rules.fifty()) {
            sql(rule.query());
          }
        });
    time(METADATA, () -> check(Rules.answeredByMetadata(), "METADATA"));
  }

  private void sql(String query) throws IOException, InterruptedException {
    server.post("/sql", Map.of("query", query));
  }

  private void check(List<Rules.Rule> rules, String source)
      throws IOException, InterruptedException {
    JsonNode checked =
        server.post(
            "/checks", Map.of("at", "main", "definitions", Definitions.with(distribution, rules)));
    JsonNode product = checked.path("products").path(0);
    int measured = 0;
    for (JsonNode finding : product.path("findings")) {
      measured += finding.path("evidence").path("source").asText().equals(source) ? 1 : 0;
    }
    boolean most = measured * 2 > rules.size();
    if (!product.path("errors").isEmpty() || !most) {
      throw new IOException(
          "expected most of the rules to be answered by " + source + ": " + product);
    }
  }

  private void time(String what, Work work) throws IOException, InterruptedException {
    long from = System.nanoTime();
    work.run();
    millis.computeIfAbsent(what, w -> new ArrayList<>()).add((System.nanoTime() - from) / 1e6);
  }

  private String report() {
    StringBuilder text = new StringBuilder("| | median, ms | to one scan |\n|---|---:|---:|\n");
    double scan = median(SCAN);
    for (String what : millis.keySet()) {
      text.append(
          String.format(
              Locale.ROOT, "| %s | %.0f | %.2f × |%n", what, median(what), median(what) / scan));
    }
    return text.toString();
  }

  private double median(String what) {
    List<Double> sorted = millis.get(what).stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }

  private interface Work {
    void run() throws IOException, InterruptedException;
  }
}
