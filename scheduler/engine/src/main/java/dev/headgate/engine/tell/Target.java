package dev.headgate.engine.tell;

/**
 * One receiver of an event.
 *
 * @param name tells it from the event's other receivers
 * @param foreign whether it is a plugin, which may be interrupted
 */
record Target(String name, boolean foreign, Delivery delivery) {
  /** Hands the event over, or throws. */
  interface Delivery {
    void deliver() throws InterruptedException;
  }
}
