package dev.headgate.plugins.spark;

import java.util.List;
import java.util.concurrent.TimeUnit;

/** Ends processes, with all that they started. */
final class Processes {
  private static final long GRACE_SECONDS = 5;

  private Processes() {}

  /**
   * Asks the process and its descendants to end, waits a little, and kills what is left. Returns
   * when the process has ended; an interrupt shortens the wait and is kept.
   */
  static void stop(Process process) {
    List<ProcessHandle> descendants = process.descendants().toList();
    process.destroy();
    descendants.forEach(ProcessHandle::destroy);
    boolean interrupted = awaitEnd(process);
    process.destroyForcibly();
    descendants.forEach(ProcessHandle::destroyForcibly);
    interrupted |= awaitEnd(process);
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean awaitEnd(Process process) {
    try {
      process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS);
      return false;
    } catch (InterruptedException e) {
      return true;
    }
  }
}
