package dev.headgate.server.housekeeping;

import dev.headgate.model.release.Release;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * How long the output of runs is kept.
 *
 * @param keep from the end of their release on
 */
public record KeptLogs(Duration keep, Clock clock) {
  /** Whether a release ended so long ago that the output of its runs may be gone. */
  public boolean isOver(Release release) {
    return release.endedAt().filter(ended -> ended.isBefore(oldest())).isPresent();
  }

  /** What ended before this is not kept. */
  Instant oldest() {
    return clock.instant().minus(keep);
  }
}
