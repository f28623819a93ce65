package dev.headgate.plugins.checks.metric;

import dev.headgate.model.lake.TableDescription.Change;
import dev.headgate.model.release.Finding.Source;
import dev.headgate.plugins.checks.sql.Asking;
import dev.headgate.plugins.checks.sql.Sql;
import dev.headgate.spi.PluginException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Figures that add up: the earlier figure, less what the touched partitions had in it, and what
 * they have now. What can't be measured so is left open.
 */
final class Touched {
  private final String now;
  private final String before;
  private final Change change;
  private final Map<Metric, BigDecimal> earlier;
  private final Asking asking;

  Touched(
      String now, String before, Change change, Map<Metric, BigDecimal> earlier, Asking asking) {
    this.now = now;
    this.before = before;
    this.change = change;
    this.earlier = earlier;
    this.asking = asking;
  }

  void measure(List<Metric.Of> open, Answers answers) throws InterruptedException {
    List<Metric.Of> aggregates = new ArrayList<>();
    for (Metric.Of metric : open) {
      boolean adds =
          metric.state() == Metric.State.NOW
              && earlier.containsKey(metric.metric())
              && metric.metric().addsUp(change.columns());
      if (adds && metric.metric() instanceof Metric.Aggregate) {
        aggregates.add(metric);
      } else if (adds && metric.metric() instanceof Metric.Alone alone) {
        Optional<String> touched = Optional.of(change.predicate());
        add(
            List.of(metric),
            "SELECT 1, (" + alone.query(now, touched) + ")",
            "SELECT 0, (" + alone.query(before, touched) + ")",
            answers);
      }
    }
    if (!aggregates.isEmpty()) {
      add(aggregates, side(1, now, aggregates), side(0, before, aggregates), answers);
    }
  }

  private String side(int number, String from, List<Metric.Of> aggregates) {
    return "SELECT "
        + number
        + ", "
        + Scan.expressions(aggregates)
        + " FROM "
        + from
        + " WHERE "
        + change.predicate();
  }

  private void add(List<Metric.Of> metrics, String now, String before, Answers answers)
      throws InterruptedException {
    List<List<Object>> rows;
    try {
      rows = asking.rows(now + " UNION ALL " + before, 3).rows();
    } catch (PluginException e) {
      // Left open: the state before may lack a column. All of the data is read instead.
      return;
    }
    if (rows.size() != 2) {
      return;
    }
    int first = Sql.count(rows.get(0).get(0)) == 1 ? 0 : 1;
    for (int i = 0; i < metrics.size(); i++) {
      BigDecimal figure =
          earlier
              .get(metrics.get(i).metric())
              .add(BigDecimal.valueOf(Sql.count(rows.get(first).get(i + 1))))
              .subtract(BigDecimal.valueOf(Sql.count(rows.get(1 - first).get(i + 1))));
      if (figure.signum() >= 0) {
        answers.put(metrics.get(i), figure, Source.TOUCHED_PARTITIONS);
      }
    }
  }
}
