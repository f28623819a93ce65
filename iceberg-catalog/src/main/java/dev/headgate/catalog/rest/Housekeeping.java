package dev.headgate.catalog.rest;

import dev.headgate.catalog.state.RequestKeys;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Forgets the keys of old requests, now and then, between requests. */
final class Housekeeping {
  private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
  private static final long INTERVAL_NANOS = Duration.ofMinutes(10).toNanos();

  private final RequestKeys keys;
  private final Duration keep;
  private final AtomicLong last = new AtomicLong(System.nanoTime());

  Housekeeping(RequestKeys keys, Duration keep) {
    this.keys = keys;
    this.keep = keep;
  }

  /** Does it if it is time for it; a failure is of no consequence for the request before. */
  void now(long nanos) {
    long before = last.get();
    if (nanos - before < INTERVAL_NANOS || !last.compareAndSet(before, nanos)) {
      return;
    }
    try {
      keys.forgetOlderThan(keep.toMillis());
    } catch (RuntimeException e) {
      LOG.warn("could not forget old requests; it is tried again later", e);
    }
  }
}
