package dev.headgate.spi;

import java.util.Optional;

/** Makes an event sink, if its configuration asks for one. */
public interface EventSinkFactory {
  String name();

  /** Empty where it is not configured. */
  Optional<EventSink> create(PluginContext context);
}
