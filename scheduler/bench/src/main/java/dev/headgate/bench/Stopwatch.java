package dev.headgate.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Nanoseconds of phases that follow each other, and of all of them. */
final class Stopwatch {
  static final String TOTAL = "total";
  private final Map<String, Long> phases = new LinkedHashMap<>();

  void time(String phase, Runnable work) {
    time(
        phase,
        () -> {
          work.run();
          return phase;
        });
  }

  <T> T time(String phase, Supplier<T> work) {
    long start = System.nanoTime();
    T result = work.get();
    phases.merge(phase, System.nanoTime() - start, Long::sum);
    return result;
  }

  Map<String, Long> phases() {
    Map<String, Long> all = new LinkedHashMap<>(phases);
    all.put(TOTAL, phases.values().stream().mapToLong(Long::longValue).sum());
    return all;
  }
}
