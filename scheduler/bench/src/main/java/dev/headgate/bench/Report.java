package dev.headgate.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Medians as a Markdown table for people, all samples as JSON for programs. */
final class Report {
  private static final String HEAD =
      """
      | tables | | write on the branch | freeze | prepare | commit | promotion, total | to Headgate's | mixture, all in one statement | mixture, table by table | (one pass over all tables) |
      |---:|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|
      """;

  private Report() {}

  /** In milliseconds; the first contender of each number of tables is what others compare with. */
  static String markdown(List<Samples> all) {
    StringBuilder text = new StringBuilder(HEAD);
    Map<Integer, Double> totals = new TreeMap<>();
    for (Samples samples : all) {
      double total = samples.median(Stopwatch.TOTAL);
      double ratio = total / totals.computeIfAbsent(samples.tables(), t -> total);
      text.append("| ").append(samples.tables()).append(" | ").append(samples.contender());
      for (String measure : List.of("write", "freeze", "prepare", "commit", Stopwatch.TOTAL)) {
        text.append(" | ").append(cell(samples, measure));
      }
      text.append(String.format(Locale.ROOT, " | %.1f ×", ratio));
      for (String measure : List.of("mixed statement", "mixed pass", "pass")) {
        text.append(" | ").append(cell(samples, measure));
      }
      text.append(" |\n");
    }
    return text.toString();
  }

  private static String cell(Samples samples, String measure) {
    if (!samples.has(measure)) {
      return "";
    }
    double millis = samples.median(measure);
    return String.format(Locale.ROOT, millis < 10 ? "%.1f" : "%.0f", millis);
  }

  static void write(List<Samples> all, Path file) {
    Map<String, Object> json = new TreeMap<>();
    json.put("unit", "milliseconds, except counts of looks");
    json.put("java", Runtime.version().toString());
    json.put("processors", Runtime.getRuntime().availableProcessors());
    json.put("samples", all);
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
