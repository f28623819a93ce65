package dev.headgate.server.config;

import java.time.Duration;
import java.util.List;

/**
 * How releases are driven.
 *
 * @param parallelRuns attempts at the same time, over all releases
 * @param workers products that are driven at the same time
 * @param sweepInterval how often every product is looked at, whether or not anything happened
 * @param checkTimeout of one check's query
 * @param openFor how long an open release may be written
 * @param submitTimeout of a submitted application
 * @param keepLogs how long the output of runs is kept after their release ended
 */
public record EngineSettings(
    int parallelRuns,
    int workers,
    Duration sweepInterval,
    Duration checkTimeout,
    Duration openFor,
    Duration submitTimeout,
    Duration keepLogs) {
  static final Property<Integer> PARALLEL_RUNS =
      Property.number("engine.parallel-runs", 2, 1, 1000, "Runs at the same time.");
  static final Property<Integer> WORKERS =
      Property.number("engine.workers", 8, 1, 1000, "Products driven at the same time.");
  static final Property<Duration> SWEEP_INTERVAL =
      Property.duration(
          "engine.sweep-interval", "PT30S", "How often every product is looked at in any case.");
  static final Property<Duration> CHECK_TIMEOUT =
      Property.duration("engine.check-timeout", "PT10M", "How long a check's query may take.");
  static final Property<Duration> OPEN_FOR =
      Property.duration("engine.open-for", "P7D", "How long an open release may be written.");
  static final Property<Duration> SUBMIT_TIMEOUT =
      Property.duration("engine.submit-timeout", "P1D", "How long a submission may run.");
  static final Property<Duration> KEEP_LOGS =
      Property.duration(
          "engine.keep-logs",
          "P90D",
          "How long the output of runs is kept after their release ended.");
  static final List<Property<?>> PROPERTIES =
      List.of(
          PARALLEL_RUNS,
          WORKERS,
          SWEEP_INTERVAL,
          CHECK_TIMEOUT,
          OPEN_FOR,
          SUBMIT_TIMEOUT,
          KEEP_LOGS);

  public static EngineSettings from(Settings settings) {
    return new EngineSettings(
        settings.read(PARALLEL_RUNS),
        settings.read(WORKERS),
        settings.read(SWEEP_INTERVAL),
        settings.read(CHECK_TIMEOUT),
        settings.read(OPEN_FOR),
        settings.read(SUBMIT_TIMEOUT),
        settings.read(KEEP_LOGS));
  }
}
