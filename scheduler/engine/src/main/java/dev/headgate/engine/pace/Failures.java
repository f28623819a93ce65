package dev.headgate.engine.pace;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How often in a row something failed since the process started, and when it may be tried again:
 * what wakes a product meanwhile does not shorten that.
 */
public final class Failures {
  private final Map<String, Integer> counts = new ConcurrentHashMap<>();
  private final Map<String, Instant> notBefore = new ConcurrentHashMap<>();

  /** One more; returns how many that makes. */
  public int add(String what) {
    return counts.merge(what, 1, Integer::sum);
  }

  /** No more tries before an instant. */
  public void putOff(String what, Instant until) {
    notBefore.put(what, until);
  }

  /** Until when it is put off; empty if it may be tried now. */
  public Optional<Instant> putOffUntil(String what, Instant now) {
    return Optional.ofNullable(notBefore.get(what)).filter(now::isBefore);
  }

  public void forget(String what) {
    counts.remove(what);
    notBefore.remove(what);
  }
}
