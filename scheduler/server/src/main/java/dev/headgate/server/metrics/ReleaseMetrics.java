package dev.headgate.server.metrics;

import dev.headgate.model.release.Release;
import dev.headgate.model.release.ReleaseState;
import dev.headgate.model.release.RunState;
import dev.headgate.model.store.Store;
import dev.headgate.server.lake.LakeBrowser;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Live releases by state, their runs by state, promotions; read when asked for, with one query. */
final class ReleaseMetrics {
  private static final Logger LOG = LoggerFactory.getLogger(ReleaseMetrics.class);

  private final Store store;
  private final LakeBrowser lake;
  private final Map<ReleaseState, Integer> releases = new EnumMap<>(ReleaseState.class);
  private final Map<RunState, Integer> runs = new EnumMap<>(RunState.class);
  private volatile long promotions;

  @Inject
  ReleaseMetrics(Store store, LakeBrowser lake, MeterRegistry registry) {
    this.store = store;
    this.lake = lake;
    for (ReleaseState state : ReleaseState.values()) {
      if (!state.isFinal()) {
        Gauge.builder("headgate.releases", () -> count(releases, state))
            .description("Live releases")
            .tag("state", state.name())
            .register(registry);
      }
    }
    for (RunState state : RunState.values()) {
      Gauge.builder("headgate.runs", () -> count(runs, state))
          .description("Runs of live releases")
          .tag("state", state.name())
          .register(registry);
    }
    Gauge.builder("headgate.lake.version", () -> promotions)
        .description("Promotions so far")
        .register(registry);
  }

  /** Reads the figures; what cannot be read stays as it was. */
  synchronized void refresh() {
    try {
      promotions = lake.lakeVersion();
      Map<ReleaseState, Integer> nextReleases = new EnumMap<>(ReleaseState.class);
      Map<RunState, Integer> nextRuns = new EnumMap<>(RunState.class);
      store.transact(
          transaction -> {
            nextReleases.clear();
            nextRuns.clear();
            List<Release> live = transaction.releases().live();
            live.forEach(release -> nextReleases.merge(release.state(), 1, Integer::sum));
            live.stream()
                .flatMap(release -> transaction.runs().ofRelease(release.id()).stream())
                .forEach(run -> nextRuns.merge(run.state(), 1, Integer::sum));
            return live.size();
          });
      replace(releases, nextReleases);
      replace(runs, nextRuns);
    } catch (RuntimeException e) {
      LOG.warn("the figures of releases could not be read", e);
    }
  }

  private static <K> void replace(Map<K, Integer> figures, Map<K, Integer> next) {
    synchronized (figures) {
      figures.clear();
      figures.putAll(next);
    }
  }

  private static <K> int count(Map<K, Integer> figures, K key) {
    synchronized (figures) {
      return figures.getOrDefault(key, 0);
    }
  }
}
