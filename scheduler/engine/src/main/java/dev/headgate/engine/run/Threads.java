package dev.headgate.engine.run;

/** Where attempts run. */
public interface Threads {
  /** Runs it, elsewhere or at once. */
  void run(String name, Runnable work);

  /** A thread of its own for each. */
  static Threads ofTheirOwn() {
    return (name, work) -> {
      Thread thread = new Thread(work, name);
      thread.setDaemon(true);
      thread.start();
    };
  }
}
