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

  /** What fifty rules may cost, in scans; and how many times metadata is to be faster than one. */
  private static final double MOST_SCANS = 1.5;

  private static final double LEAST_TIMES = 20;

  private final Server server;
  private final Path distribution;
  private final Map<String, List<Double>> millis = new LinkedHashMap<>();

  private ChecksBenchmark(Server server, Path distribution) {
    this.server = server;
    this.distribution = distribution;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path distribution = existing(arguments[0], "the built distribution");
    Path data = existing(arguments[1], "a Parquet file of flights (-Dbench.flights=…)");
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

  private static Path existing(String path, String what) {
    Path file = Path.of(path).toAbsolutePath();
    if (!Files.exists(file)) {
      throw new IllegalArgumentException(file + " is not there, expected " + what);
    }
    return file;
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
    double rules = median(FIFTY) / scan;
    double times = scan / median(METADATA);
    return text
        + String.format(
            Locale.ROOT,
            "%n50 rules cost %.2f scans; the aim, at most %.1f, is %s.%n",
            rules,
            MOST_SCANS,
            met(rules <= MOST_SCANS))
        + String.format(
            Locale.ROOT,
            "Metadata answers %.0f times as fast as a scan; the aim, at least %.0f, is %s.%n",
            times,
            LEAST_TIMES,
            met(times >= LEAST_TIMES));
  }

  private static String met(boolean met) {
    return met ? "met" : "MISSED";
  }

  private double median(String what) {
    List<Double> sorted = millis.get(what).stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }

  private interface Work {
    void run() throws IOException, InterruptedException;
  }
}
