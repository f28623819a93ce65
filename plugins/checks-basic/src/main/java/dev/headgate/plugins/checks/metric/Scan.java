package dev.headgate.plugins.checks.metric;

import dev.headgate.model.release.Finding;
import dev.headgate.plugins.checks.sql.Asking;
import dev.headgate.plugins.checks.sql.Unavailable;
import dev.headgate.spi.PluginException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One query for many aggregates. If it fails, its halves are asked, and theirs, until the
 * aggregates that are wrong are found; that ends when a query's time is over.
 */
final class Scan {
  private final Asking asking;
  private final long rows;
  private final Familiar familiar;

  /**
   * Asks this.
   *
   * @param rows about how many there are; 0 where that is not known
   * @param familiar texts of earlier scans
   */
  Scan(Asking asking, long rows, Familiar familiar) {
    this.asking = asking;
    this.rows = rows;
    this.familiar = familiar;
  }

  /** Measures aggregates of one state. */
  void measure(List<Metric.Of> aggregates, String from, Answers answers)
      throws InterruptedException {
    if (!aggregates.isEmpty()) {
      long start = System.nanoTime();
      Familiar.Texts texts = familiar.in(aggregates, from, rows, asking);
      measure(aggregates, new Source(from, texts), answers, start);
    }
  }

  private record Source(String from, Familiar.Texts texts) {}

  private void measure(List<Metric.Of> aggregates, Source source, Answers answers, long start)
      throws InterruptedException {
    try {
      List<Object> row =
          asking.row(
              "SELECT " + expressions(aggregates, source.texts()) + " FROM " + source.from(),
              aggregates.size());
      for (int i = 0; i < aggregates.size(); i++) {
        answers.put(aggregates.get(i), row.get(i), Finding.Source.SCAN);
      }
    } catch (PluginException e) {
      if (source.texts().areQuoted() && !(e instanceof Unavailable)) {
        // Engines quote the statements that they refuse, and this one quotes the data.
        measure(aggregates, new Source(source.from(), Familiar.Texts.NONE), answers, start);
        return;
      }
      if (aggregates.size() == 1 || e instanceof Unavailable) {
        aggregates.forEach(a -> answers.fail(a, e));
        return;
      }
      if (isOver(start)) {
        unknown(aggregates, e, answers);
        return;
      }
      int half = aggregates.size() / 2;
      measure(aggregates.subList(0, half), source, answers, start);
      if (isOver(start)) {
        unknown(aggregates.subList(half, aggregates.size()), e, answers);
      } else {
        measure(aggregates.subList(half, aggregates.size()), source, answers, start);
      }
    }
  }

  /** One of these is wrong, maybe; there was no time to find out which. */
  private static void unknown(List<Metric.Of> aggregates, PluginException e, Answers answers) {
    Unavailable why =
        new Unavailable(
            "there was no time to find which of the rules is wrong: " + e.getMessage(), e);
    aggregates.forEach(a -> answers.fail(a, why));
  }

  private boolean isOver(long start) {
    return asking.timeout().minusNanos(System.nanoTime() - start).isNegative();
  }

  private static String expressions(List<Metric.Of> aggregates, Familiar.Texts texts) {
    return aggregates.stream()
        .map(m -> texts.expression((Metric.Aggregate) m.metric()))
        .collect(Collectors.joining(", "));
  }

  static String expressions(List<Metric.Of> aggregates) {
    return aggregates.stream()
        .map(m -> ((Metric.Aggregate) m.metric()).expression())
        .collect(Collectors.joining(", "));
  }
}
