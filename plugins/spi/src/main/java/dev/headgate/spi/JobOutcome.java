package dev.headgate.spi;

import java.util.Map;

/** How an attempt ended. */
public sealed interface JobOutcome {
  /**
   * It did its work.
   *
   * @param metrics figures worth showing, by name
   */
  record Succeeded(Map<String, String> metrics) implements JobOutcome {
    public Succeeded {
      metrics = Map.copyOf(metrics);
    }
  }

  /**
   * It failed.
   *
   * @param message the cause in one or two sentences; the rest is in the log
   * @param retryable whether the same attempt could succeed later; false for what is wrong in the
   *     job itself
   */
  record Failed(String message, boolean retryable) implements JobOutcome {}
}
