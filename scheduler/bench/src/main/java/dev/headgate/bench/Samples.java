package dev.headgate.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All samples of one contender at one number of tables, by what was measured. */
record Samples(String contender, int tables, Map<String, List<Double>> values) {
  Samples(String contender, int tables) {
    this(contender, tables, new LinkedHashMap<>());
  }

  private void add(String measure, double value) {
    values.computeIfAbsent(measure, m -> new ArrayList<>()).add(value);
  }

  void addMillis(String measure, long nanos) {
    add(measure, nanos / 1e6);
  }

  void addCount(String measure, long count) {
    add(measure, (double) count);
  }

  boolean has(String measure) {
    return values.containsKey(measure);
  }

  double median(String measure) {
    List<Double> sorted = values.get(measure).stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
