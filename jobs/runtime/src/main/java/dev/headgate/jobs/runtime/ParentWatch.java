package dev.headgate.jobs.runtime;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Tells when the process that started this one is gone, however it ended: the pipe that is this
 * process' standard input closes, or the process id is no longer there. Told once.
 */
final class ParentWatch {
  private final AtomicBoolean told = new AtomicBoolean();
  private final Runnable whenGone;

  private ParentWatch(Runnable whenGone) {
    this.whenGone = whenGone;
  }

  /**
   * Starts to watch.
   *
   * @param whenGone runs on a thread of its own
   */
  static void start(long parent, Runnable whenGone) {
    ParentWatch watch = new ParentWatch(whenGone);
    daemon("headgate-parent-input", watch::readToTheEnd);
    daemon("headgate-parent-process", () -> watch.waitForTheEnd(parent));
  }

  private static void daemon(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  private void waitForTheEnd(long parent) {
    ProcessHandle.of(parent).ifPresent(handle -> handle.onExit().join());
    gone();
  }

  private void readToTheEnd() {
    byte[] ignored = new byte[256];
    try {
      int read = System.in.read(ignored);
      while (read >= 0) {
        read = System.in.read(ignored);
      }
    } catch (IOException e) {
      System.err.println("headgate: the parent's pipe broke: " + e.getMessage());
    }
    gone();
  }

  private void gone() {
    if (told.compareAndSet(false, true)) {
      daemon("headgate-parent-gone", whenGone);
    }
  }
}
