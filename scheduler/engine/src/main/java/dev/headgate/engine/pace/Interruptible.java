package dev.headgate.engine.pace;

/**
 * Lets a thread be interrupted while it does one piece of foreign work and never elsewhere: an
 * interrupt that hits a thread in the middle of a database's file I/O closes that database.
 */
public final class Interruptible {
  private Thread inside;
  private boolean stopped;

  /** Does the work; {@link #stop}, also an earlier one, interrupts it. */
  public <T> T call(Work<T> work) throws InterruptedException {
    enter();
    try {
      return work.call();
    } finally {
      leave();
    }
  }

  /** Does something from within the work, for example in a callback, that must not be disturbed. */
  public void shielded(Runnable action) {
    boolean wasInside = pauseInside();
    try {
      action.run();
    } finally {
      if (wasInside) {
        resumeInside();
      }
    }
  }

  /** Interrupts the work now, or as soon as it starts. */
  public synchronized void stop() {
    stopped = true;
    if (inside != null) {
      inside.interrupt();
    }
  }

  private synchronized void enter() throws InterruptedException {
    if (stopped) {
      throw new InterruptedException("stopped before it started");
    }
    inside = Thread.currentThread();
  }

  private synchronized void leave() {
    inside = null;
    boolean ours = Thread.interrupted();
    stopped |= ours;
  }

  private synchronized boolean pauseInside() {
    if (inside != Thread.currentThread()) {
      return false;
    }
    leave();
    return true;
  }

  private synchronized void resumeInside() {
    inside = Thread.currentThread();
    if (stopped) {
      inside.interrupt();
    }
  }

  /** Foreign work. */
  public interface Work<T> {
    T call() throws InterruptedException;
  }
}
