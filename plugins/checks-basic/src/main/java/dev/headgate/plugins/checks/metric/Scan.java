package dev.headgate.plugins.checks.metric;

import dev.headgate.model.release.Finding.Source;
import dev.headgate.plugins.checks.sql.Asking;
import dev.headgate.spi.PluginException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One query for many aggregates. If it fails, its halves are asked, and theirs, until the
 * aggregates that are wrong are found; that ends when a query's time is over.
 */
final class Scan {
  private final Asking asking;

  Scan(Asking asking) {
    this.asking = asking;
  }

  /** Measures aggregates of one state. */
  void measure(List<Metric.Of> aggregates, String from, Answers answers)
      throws InterruptedException {
    if (!aggregates.isEmpty()) {
      measure(aggregates, from, answers, System.nanoTime());
    }
  }

  private void measure(List<Metric.Of> aggregates, String from, Answers answers, long start)
      throws InterruptedException {
    try {
      List<Object> row =
          asking.row("SELECT " + expressions(aggregates) + " FROM " + from, aggregates.size());
      for (int i = 0; i < aggregates.size(); i++) {
        answers.put(aggregates.get(i), row.get(i), Source.SCAN);
      }
    } catch (PluginException e) {
      if (aggregates.size() == 1 || isOver(start)) {
        aggregates.forEach(a -> answers.fail(a, e.getMessage()));
        return;
      }
      int half = aggregates.size() / 2;
      measure(aggregates.subList(0, half), from, answers, start);
      if (isOver(start)) {
        aggregates.subList(half, aggregates.size()).forEach(a -> answers.fail(a, e.getMessage()));
      } else {
        measure(aggregates.subList(half, aggregates.size()), from, answers, start);
      }
    }
  }

  private boolean isOver(long start) {
    return asking.timeout().minusNanos(System.nanoTime() - start).isNegative();
  }

  static String expressions(List<Metric.Of> aggregates) {
    return aggregates.stream()
        .map(m -> ((Metric.Aggregate) m.metric()).expression())
        .collect(Collectors.joining(", "));
  }
}
