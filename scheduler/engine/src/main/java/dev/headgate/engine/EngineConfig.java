package dev.headgate.engine;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * How the engine behaves.
 *
 * @param maxParallelRuns how many attempts run at once, over all products
 * @param workers how many products are driven at once
 * @param sweepInterval how often every product is looked at, whether or not anything woke it
 * @param backOffBase the pause after a first failure; each further one doubles it
 * @param backOffMax no pause is longer
 * @param maxFailures how often in a row the system may fail at a release before that release fails
 * @param lostAttempts how many attempts beyond its own a run gets for those lost in a restart
 * @param checkAttempts how often a check whose query fails is tried
 * @param checkTimeout of one query of a check
 * @param promotionAttempts how often a promotion that certainly did not happen is tried, and how
 *     often in a row a product is built again because {@code main} moved
 * @param openFor how long an open release may be written
 * @param submitTimeout of a submitted job
 * @param stopGrace how long a job that is stopped has to end
 * @param logs the folder of the runs' logs
 * @param catalogUri where jobs reach the catalog; asked at each attempt
 */
public record EngineConfig(
    int maxParallelRuns,
    int workers,
    Duration sweepInterval,
    Duration backOffBase,
    Duration backOffMax,
    int maxFailures,
    int lostAttempts,
    int checkAttempts,
    Duration checkTimeout,
    int promotionAttempts,
    Duration openFor,
    Duration submitTimeout,
    Duration stopGrace,
    Path logs,
    Supplier<String> catalogUri) {
  public EngineConfig {
    positive(maxParallelRuns, "maxParallelRuns");
    positive(workers, "workers");
    positive(maxFailures, "maxFailures");
    positive(checkAttempts, "checkAttempts");
    positive(promotionAttempts, "promotionAttempts");
    if (lostAttempts < 0) {
      throw new IllegalArgumentException("lostAttempts must not be negative: " + lostAttempts);
    }
    Objects.requireNonNull(logs, "logs");
    Objects.requireNonNull(catalogUri, "catalogUri");
  }

  /** What suits a server on one machine. */
  public static EngineConfig standard(Path logs, Supplier<String> catalogUri) {
    return new EngineConfig(
        4,
        8,
        Duration.ofMinutes(1),
        Duration.ofSeconds(1),
        Duration.ofMinutes(1),
        20,
        5,
        3,
        Duration.ofMinutes(10),
        5,
        Duration.ofDays(7),
        Duration.ofDays(1),
        Duration.ofMinutes(1),
        logs,
        catalogUri);
  }

  /** The file that a run's attempts append their output to. */
  public Path log(String runId) {
    return logs.resolve(runId + ".log");
  }

  private static void positive(int value, String name) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " must be at least 1, not " + value);
    }
  }
}
