package dev.headgate.engine.run;

import dev.headgate.spi.JobListener;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** Keeps what a job says of itself, lines of progress at most one a second. */
final class Reporter implements JobListener {
  private static final Duration PACE = Duration.ofSeconds(1);

  private final Attempt attempt;
  private final Results results;
  private final Supplier<Instant> clock;
  private Instant last = Instant.MIN;

  Reporter(Attempt attempt, Results results, Supplier<Instant> clock) {
    this.attempt = attempt;
    this.results = results;
    this.clock = clock;
  }

  @Override
  public void started(String externalId) {
    say("runs as " + externalId);
  }

  @Override
  public void progress(String line) {
    if (isDue()) {
      say(line);
    }
  }

  private synchronized boolean isDue() {
    Instant now = clock.get();
    if (last.plus(PACE).isAfter(now)) {
      return false;
    }
    last = now;
    return true;
  }

  private void say(String message) {
    attempt.work().shielded(() -> results.running(attempt.run(), message));
  }
}
