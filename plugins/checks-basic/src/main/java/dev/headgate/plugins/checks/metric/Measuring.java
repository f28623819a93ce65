package dev.headgate.plugins.checks.metric;

import dev.headgate.model.lake.TableDescription;
import dev.headgate.model.lake.TableDescription.Change;
import dev.headgate.model.release.Finding.Source;
import dev.headgate.plugins.checks.sql.Asking;
import dev.headgate.plugins.checks.table.Table;
import dev.headgate.spi.PluginException;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Measures figures, the cheapest way first: what metadata tells; what earlier figures and the
 * touched partitions add up to; then one scan of each state for all others that can share it, and a
 * query for each that can't.
 */
public final class Measuring {
  private final Table table;
  private final Optional<String> before;
  private final Map<Metric, BigDecimal> earlier;
  private final Scan scan;
  private final Asking asking;

  /**
   * Of one dataset.
   *
   * @param before the state before in SQL; empty where there is none
   * @param earlier figures of the state before that are known
   * @param familiar texts of earlier scans
   */
  public Measuring(
      Table table,
      Optional<String> before,
      Map<Metric, BigDecimal> earlier,
      Familiar familiar,
      Asking asking) {
    this.table = table;
    this.before = before;
    this.earlier = Map.copyOf(earlier);
    this.scan = new Scan(asking, table.rows().orElse(0), familiar);
    this.asking = asking;
  }

  /** The figures, those of the state before only where there is one. */
  public Answers measure(Collection<Metric.Of> wanted) throws InterruptedException {
    Answers answers = new Answers();
    for (Metric.Of metric : wanted) {
      known(metric).ifPresent(value -> answers.put(metric, value, Source.METADATA));
    }
    if (change().isPresent() && before.isPresent()) {
      new Touched(table.sql(), before.get(), change().get(), earlier, asking)
          .measure(open(wanted, answers), answers);
    }
    List<Metric.Of> open = open(wanted, answers);
    for (Metric.State state : Metric.State.values()) {
      Optional<String> from = from(state);
      if (from.isPresent()) {
        scan.measure(
            open.stream()
                .filter(m -> m.state() == state && m.metric() instanceof Metric.Aggregate)
                .toList(),
            from.get(),
            answers);
      }
    }
    for (Metric.Of metric : open) {
      if (metric.metric() instanceof Metric.Alone alone && from(metric.state()).isPresent()) {
        alone(metric, alone, answers);
      }
    }
    return answers;
  }

  private Optional<Object> known(Metric.Of metric) {
    return switch (metric.state()) {
      case NOW -> metric.metric().known(table);
      case BEFORE -> Optional.ofNullable(earlier.get(metric.metric()));
    };
  }

  private void alone(Metric.Of metric, Metric.Alone alone, Answers answers)
      throws InterruptedException {
    try {
      String sql = alone.query(from(metric.state()).orElseThrow(), Optional.empty());
      Source source = alone.scans() ? Source.SCAN : Source.QUERY;
      answers.put(metric, asking.row(sql, 1).get(0), source);
    } catch (PluginException e) {
      answers.fail(metric, e);
    }
  }

  /** What the release changed, if that is less than half of it. */
  private Optional<Change> change() {
    OptionalLong rows =
        table.rows().isPresent() || !earlier.containsKey(new Rows())
            ? table.rows()
            : OptionalLong.of(earlier.get(new Rows()).longValue());
    return table
        .description()
        .flatMap(TableDescription::change)
        .filter(c -> rows.isPresent() && c.touchedRows() < rows.getAsLong() / 2.0);
  }

  private Optional<String> from(Metric.State state) {
    return switch (state) {
      case NOW -> Optional.of(table.sql());
      case BEFORE -> before;
    };
  }

  private static List<Metric.Of> open(Collection<Metric.Of> wanted, Answers answers) {
    return wanted.stream().filter(m -> !answers.has(m)).distinct().toList();
  }
}
