package dev.headgate.server.housekeeping;

import dev.headgate.server.lifecycle.Service;
import dev.headgate.store.JdbcStore;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A round at the start and every hour; one that fails leaves its work to the next. */
final class Housekeeping implements Service {
  static final Duration EVERY = Duration.ofHours(1);
  static final Duration KEEP_EVENTS = Duration.ofDays(7);
  private static final Duration STOP_WAIT = Duration.ofSeconds(10);
  private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

  private final JdbcStore store;
  private final OldLogs logs;
  private final Clock clock;
  private final Duration every;
  private final ScheduledExecutorService executor =
      Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "housekeeping"));
  private ScheduledFuture<?> rounds;

  Housekeeping(JdbcStore store, OldLogs logs, Clock clock, Duration every) {
    this.store = store;
    this.logs = logs;
    this.clock = clock;
    this.every = every;
  }

  @Override
  public String name() {
    return "housekeeping";
  }

  @Override
  public void start() {
    rounds =
        executor.scheduleWithFixedDelay(this::round, 0, every.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void round() {
    try {
      int events = store.purgeDelivered(clock.instant().minus(KEEP_EVENTS));
      LOG.debug("{} events, delivered long ago, were removed", events);
    } catch (RuntimeException e) {
      LOG.warn("could not remove delivered events; the next round tries again", e);
    }
    try {
      int files = logs.remove();
      LOG.debug("the output of {} runs that ended long ago was removed", files);
    } catch (IOException | RuntimeException e) {
      LOG.warn("could not remove old output of runs; the next round tries again", e);
    }
  }

  @Override
  public void stop() throws InterruptedException {
    rounds.cancel(false);
    executor.shutdown();
    if (!executor.awaitTermination(STOP_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
      LOG.warn("a round of housekeeping did not end within {}", STOP_WAIT);
    }
  }
}
