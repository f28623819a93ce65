package dev.headgate.jobs.runtime;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Ends this process for certain: an orderly exit, and if that hangs a hard one. */
final class End {
  /** The exit code of a process whose parent is gone. */
  static final int ORPHANED = 75;

  private static final long ORDERLY_NANOS = TimeUnit.SECONDS.toNanos(10);

  private End() {}

  static void orphaned() {
    System.err.println("headgate: the process that started this one is gone; ending");
    Thread hard = new Thread(End::haltLater, "headgate-halt");
    hard.setDaemon(true);
    hard.start();
    System.exit(ORPHANED);
  }

  private static void haltLater() {
    long end = System.nanoTime() + ORDERLY_NANOS;
    while (System.nanoTime() < end) {
      LockSupport.parkNanos(end - System.nanoTime());
    }
    Runtime.getRuntime().halt(ORPHANED);
  }
}
