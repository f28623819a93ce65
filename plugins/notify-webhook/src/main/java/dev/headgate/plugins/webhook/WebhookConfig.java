package dev.headgate.plugins.webhook;

import dev.headgate.spi.PluginException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * The configuration {@code plugin.notify-webhook.*}.
 *
 * @param sink where the event sink sends all events: {@code url}, {@code secret-env} and {@code
 *     header.<Name>}; empty without {@code url}
 * @param source {@code source}: what the events say that they come from; {@code /headgate} by
 *     default
 * @param timeout {@code timeout}: of one delivery; PT10S by default, at most 5 minutes
 */
record WebhookConfig(Optional<Endpoint> sink, String source, Duration timeout) {
  private static final String HEADER = "header.";
  private static final Duration LONGEST = Duration.ofMinutes(5);

  static WebhookConfig of(Map<String, String> config, UnaryOperator<String> environment) {
    Map<String, String> left = new TreeMap<>(config);
    String url = left.remove("url");
    String secretEnv = left.remove("secret-env");
    String source = Optional.ofNullable(left.remove("source")).orElse("/headgate");
    Duration timeout = duration(Optional.ofNullable(left.remove("timeout")).orElse("PT10S"));
    Map<String, String> headers = new TreeMap<>();
    config.forEach(
        (key, value) -> {
          if (key.startsWith(HEADER) && key.length() > HEADER.length()) {
            headers.put(key.substring(HEADER.length()), value);
            left.remove(key);
          }
        });
    if (!left.isEmpty()) {
      throw new PluginException(
          "unknown configuration: "
              + left.keySet()
              + "; expected url, secret-env, header.<Name>, source or timeout");
    }
    if (source.isBlank()) {
      throw new PluginException("source: expected a text, but it is empty");
    }
    if (url == null) {
      if (secretEnv != null || !headers.isEmpty()) {
        throw new PluginException(
            "secret-env and header.<Name> are for the event sink; expected url");
      }
      return new WebhookConfig(Optional.empty(), source, timeout);
    }
    Endpoint sink = Endpoint.of(url, headers, Optional.ofNullable(secretEnv), environment);
    return new WebhookConfig(Optional.of(sink), source, timeout);
  }

  private static Duration duration(String text) {
    String problem =
        "timeout: expected a duration such as PT10S, at most 5 minutes, but found " + text;
    try {
      Duration timeout = Duration.parse(text);
      if (timeout.compareTo(Duration.ZERO) > 0 && timeout.compareTo(LONGEST) <= 0) {
        return timeout;
      }
    } catch (DateTimeParseException e) {
      throw new PluginException(problem, e);
    }
    throw new PluginException(problem);
  }
}
