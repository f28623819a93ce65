package dev.headgate.spi;

import dev.headgate.model.product.Product;
import dev.headgate.model.store.Outbox;

/** Tells people. Thread-safe; at least once: {@code event.id()} identifies a repetition. */
public interface Notifier {
  /** Delivers, or throws {@link PluginException}: it is tried again later, with back-off. */
  void send(Product.Notification target, Outbox.Event event) throws InterruptedException;
}
