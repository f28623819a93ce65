package dev.headgate.server.lifecycle;

/**
 * A part of the server that runs. Bound into a set; started in the order of the modules that bind
 * it, stopped in the opposite order.
 */
public interface Service {
  /** For the log. */
  String name();

  void start() throws Exception;

  /** Returns when nothing of it runs any more; called only after a successful start. */
  void stop() throws Exception;
}
