package dev.headgate.spi;

import java.util.List;

/** Makes the notifier behind one {@code notify.to}. */
public interface NotifierFactory {
  /** The {@code to} in pipelines, for example {@code webhook}. */
  String type();

  /** The keys that such an entry may have, beside {@code to} and {@code on}. */
  List<KeySpec> keys();

  Notifier create(PluginContext context);
}
