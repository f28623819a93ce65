package dev.headgate.server.config;

import java.time.Duration;
import java.util.List;

/**
 * How releases are driven.
 *
 * @param parallelRuns attempts at the same time, over all releases
 * @param tick how often the engine looks for what is due, beside being told
 * @param tokenLifetime of the token of an open release
 */
public record EngineSettings(int parallelRuns, Duration tick, Duration tokenLifetime) {
  static final Property<Integer> PARALLEL_RUNS =
      Property.number("engine.parallel-runs", 2, 1, 1000, "Runs at the same time.");
  static final Property<Duration> TICK =
      Property.duration("engine.tick", "PT1S", "How often the engine looks for what is due.");
  static final Property<Duration> TOKEN_LIFETIME =
      Property.duration(
          "engine.open-token-lifetime", "P1D", "How long the token of an open release is valid.");
  static final List<Property<?>> PROPERTIES = List.of(PARALLEL_RUNS, TICK, TOKEN_LIFETIME);

  public static EngineSettings from(Settings settings) {
    return new EngineSettings(
        settings.read(PARALLEL_RUNS), settings.read(TICK), settings.read(TOKEN_LIFETIME));
  }
}
