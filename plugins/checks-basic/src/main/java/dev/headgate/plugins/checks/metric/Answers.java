package dev.headgate.plugins.checks.metric;

import dev.headgate.model.release.Finding.Evidence;
import dev.headgate.model.release.Finding.Source;
import dev.headgate.plugins.checks.sql.Sql;
import dev.headgate.spi.PluginException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The figures that were measured. Not thread-safe. */
public final class Answers {
  /** From what costs nothing to what costs most. */
  private static final List<Source> BY_COST =
      List.of(Source.METADATA, Source.TOUCHED_PARTITIONS, Source.SCAN, Source.QUERY);

  private final Map<Metric.Of, Answer> known = new HashMap<>();
  private final Map<Metric.Of, PluginException> failed = new HashMap<>();

  /** A figure, empty for null, and where it is from. */
  private record Answer(Optional<Object> value, Source source) {}

  void put(Metric.Of metric, Object value, Source source) {
    known.put(metric, new Answer(Optional.ofNullable(value), source));
  }

  void fail(Metric.Of metric, PluginException why) {
    failed.put(metric, why);
  }

  boolean has(Metric.Of metric) {
    return known.containsKey(metric) || failed.containsKey(metric);
  }

  private Answer answer(Metric.Of metric) {
    if (failed.containsKey(metric)) {
      throw failed.get(metric);
    }
    return known.get(metric);
  }

  /**
   * The figure; empty for null.
   *
   * @throws PluginException if it could not be measured
   */
  public Optional<Object> value(Metric.Of metric) {
    return answer(metric).value();
  }

  /** The figure of a metric that counts. */
  public long count(Metric.Of metric) {
    return Sql.count(answer(metric).value().orElse(null));
  }

  /** Where all of these figures are from: what cost most. */
  public Evidence evidence(Metric.Of... metrics) {
    Source source =
        java.util.Arrays.stream(metrics)
            .map(m -> answer(m).source())
            .max(Comparator.comparingInt(BY_COST::indexOf))
            .orElseThrow();
    return new Evidence(source, true);
  }
}
