package dev.headgate.server.config;

import java.time.Duration;
import java.util.List;

/**
 * How releases are driven.
 *
 * @param parallelRuns attempts at the same time, over all releases
 * @param sweepInterval how often every product is looked at, whether or not anything woke it
 * @param tokenLifetime of the token of an open release
 */
public record EngineSettings(int parallelRuns, Duration sweepInterval, Duration tokenLifetime) {
  static final Property<Integer> PARALLEL_RUNS =
      Property.number("engine.parallel-runs", 2, 1, 1000, "Runs at the same time.");
  static final Property<Duration> SWEEP_INTERVAL =
      Property.duration(
          "engine.sweep-interval",
          "PT30S",
          "How often every product is looked at, beside what wakes it.");
  static final Property<Duration> TOKEN_LIFETIME =
      Property.duration(
          "engine.open-token-lifetime", "P1D", "How long the token of an open release is valid.");
  static final List<Property<?>> PROPERTIES =
      List.of(PARALLEL_RUNS, SWEEP_INTERVAL, TOKEN_LIFETIME);

  public static EngineSettings from(Settings settings) {
    return new EngineSettings(
        settings.read(PARALLEL_RUNS), settings.read(SWEEP_INTERVAL), settings.read(TOKEN_LIFETIME));
  }
}
