package dev.headgate.bench;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * A reader that looks at {@code main} again and again while it is promoted, and measures how long
 * it saw a mixture: from the first look that showed something new to the first one that showed
 * nothing old.
 */
final class Watch {
  private final Supplier<Map<String, String>> look;
  private final Map<String, String> old;
  private final AtomicReference<Seen> seen = new AtomicReference<>();
  private final Thread thread = new Thread(this::watch, "watch");
  private volatile boolean promoted;

  /**
   * What was seen.
   *
   * @param mixedNanos how long old and new were seen beside each other
   * @param mixedLooks how many looks showed both
   * @param looks how many there were while it was promoted
   * @param lookNanos how long one took, on average
   */
  record Seen(long mixedNanos, long mixedLooks, long looks, long lookNanos) {}

  private Watch(Supplier<Map<String, String>> look) {
    this.look = look;
    this.old = look.get();
  }

  /** Promotes while it watches. */
  static Seen during(Supplier<Map<String, String>> look, Runnable promotion) {
    Watch watch = new Watch(look);
    watch.thread.start();
    try {
      promotion.run();
    } finally {
      watch.promoted = true;
    }
    try {
      watch.thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while watching", e);
    }
    return Objects.requireNonNull(watch.seen.get(), "the watching reader failed");
  }

  private void watch() {
    long start = System.nanoTime();
    long firstNew = 0;
    long nothingOld = 0;
    long looks = 0;
    long mixedLooks = 0;
    while (nothingOld == 0) {
      boolean last = promoted;
      long fresh = countNew(look.get());
      long now = System.nanoTime();
      looks++;
      firstNew = firstNew == 0 && fresh > 0 ? now : firstNew;
      if (fresh == old.size()) {
        nothingOld = now;
      } else if (last) {
        throw new IllegalStateException("promoted, but old tables are still shown");
      } else if (fresh > 0) {
        mixedLooks++;
      }
    }
    long lookNanos = (System.nanoTime() - start) / looks;
    seen.set(new Seen(nothingOld - firstNew, mixedLooks, looks, lookNanos));
  }

  private long countNew(Map<String, String> now) {
    return old.entrySet().stream()
        .filter(e -> !Objects.equals(e.getValue(), now.get(e.getKey())))
        .count();
  }
}
