package dev.headgate.catalog.torture;

import dev.headgate.catalog.VersionedCatalog;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Reads the lake again and again, each time through a newly opened view. What was promoted, or was
 * read once, never goes away again.
 */
final class Reader implements Runnable {
  private static final int DEEP_EACH = 8;

  private final VersionedCatalog lake;
  private final AtomicLong floor;
  private final AtomicLong readings;
  private final Consumer<Throwable> violation;
  private final AtomicBoolean stopped = new AtomicBoolean();

  /**
   * A reader.
   *
   * @param floor the newest generation that is known to be promoted; raised by what is read
   * @param violation told of what must not be, once
   */
  Reader(
      VersionedCatalog lake, AtomicLong floor, AtomicLong readings, Consumer<Throwable> violation) {
    this.lake = lake;
    this.floor = floor;
    this.readings = readings;
    this.violation = violation;
  }

  void stop() {
    stopped.set(true);
  }

  @Override
  public void run() {
    try {
      for (long count = 1; !stopped.get(); count++) {
        readPinned(count % DEEP_EACH == 0);
        if (count % DEEP_EACH == 1) {
          readAnyVersion();
        }
      }
    } catch (RuntimeException e) {
      violation.accept(e);
    }
  }

  private void readPinned(boolean deep) {
    long atLeast = floor.get();
    long found = Reading.of(lake.pinned(), deep).generation();
    if (found < atLeast) {
      throw new ViolationException("generation " + atLeast + " was there and is lost: " + found);
    }
    floor.accumulateAndGet(found, Math::max);
    readings.incrementAndGet();
  }

  private void readAnyVersion() {
    long newest = floor.get();
    if (newest > 0) {
      readVersion(lake, ThreadLocalRandom.current().nextLong(newest) + 1);
      readings.incrementAndGet();
    }
  }

  /** The nth release is the nth lake version, for ever. */
  static void readVersion(VersionedCatalog lake, long version) {
    long found = Reading.of(lake.version(version), false).generation();
    if (found != version) {
      throw new ViolationException("version-" + version + " shows generation " + found);
    }
  }
}
