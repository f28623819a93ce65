package dev.headgate.bench;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** One release by one contender: written, then promoted, watched by at most one reader. */
final class Round {
  private final Contender contender;
  private final int tables;
  private final Samples samples;

  Round(Contender contender, int tables, Samples samples) {
    this.contender = contender;
    this.tables = tables;
    this.samples = samples;
  }

  /** Nobody reads, and everything is timed. */
  void timed() {
    Stopwatch stopwatch = new Stopwatch();
    stopwatch.time("write", () -> write(false));
    samples.addMillis("write", stopwatch.phases().get("write"));
    contender.promote().forEach(samples::addMillis);
  }

  /** A reader asks for all pointers in one statement. */
  void watchedInOneStatement() {
    write(true);
    Watch.Seen seen = Watch.during(contender::pointers, contender::promote);
    samples.addMillis("mixed statement", seen.mixedNanos());
    samples.addCount("mixed statement looks", seen.mixedLooks());
    samples.addCount("statement looks", seen.looks());
  }

  /** A reader loads table by table. */
  void watchedTableByTable() {
    write(true);
    Watch.Seen seen = Watch.during(this::pass, contender::promote);
    samples.addMillis("mixed pass", seen.mixedNanos());
    samples.addCount("mixed pass looks", seen.mixedLooks());
    samples.addMillis("pass", seen.lookNanos());
  }

  private void write(boolean parallel) {
    contender.begin();
    IntStream numbers = IntStream.range(0, tables);
    (parallel ? numbers.parallel() : numbers).forEach(contender::write);
  }

  private Map<String, String> pass() {
    Map<String, String> snapshots = new HashMap<>();
    for (int i = 0; i < tables; i++) {
      snapshots.put(Integer.toString(i), Long.toString(contender.snapshot(i)));
    }
    return snapshots;
  }
}
