package dev.headgate.catalog.state;

import java.time.Duration;

/** The instant is past its retention: what it showed may be gone. */
public class InstantExpiredException extends RuntimeException {
  public InstantExpiredException(String warehouse, Duration retention) {
    super(
        warehouse
            + " is older than the retention period of "
            + retention
            + "; connect to pinned again, or read a version");
  }
}
