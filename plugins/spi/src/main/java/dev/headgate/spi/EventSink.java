package dev.headgate.spi;

import dev.headgate.model.store.Outbox;

/**
 * Gets every event of the server. Thread-safe; at least once: {@code event.id()} identifies a
 * repetition.
 */
public interface EventSink {
  /** Delivers, or throws {@link PluginException}: it is tried again later, with back-off. */
  void deliver(Outbox.Event event) throws InterruptedException;
}
