package dev.headgate.spi;

/** Runs jobs of one type. Thread-safe. */
public interface Launcher extends AutoCloseable {
  /**
   * Runs one attempt and returns when it has ended. At least once: after a crash of the server the
   * same run is launched again as a new attempt, on datasets set back to their state before it,
   * with a new token; what is left of the old attempt can no longer write. A failed job is an
   * outcome, not an exception.
   *
   * @throws InterruptedException when cancelled or timed out: whatever was started has been stopped
   *     by then
   */
  JobOutcome run(JobRequest request, JobListener listener) throws InterruptedException;

  /** Stops everything that it started. */
  @Override
  default void close() {}
}
