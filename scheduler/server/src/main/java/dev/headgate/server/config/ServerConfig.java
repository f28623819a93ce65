package dev.headgate.server.config;

import java.time.Duration;
import java.util.List;

/**
 * The process.
 *
 * @param stopTimeout after which a stop no longer waits for anything
 */
public record ServerConfig(Duration stopTimeout) {
  static final Property<Duration> STOP_TIMEOUT =
      Property.duration("server.stop-timeout", "PT20S", "How long a stop may take.");
  static final List<Property<?>> PROPERTIES = List.of(STOP_TIMEOUT);

  public static ServerConfig from(Settings settings) {
    return new ServerConfig(settings.read(STOP_TIMEOUT));
  }
}
