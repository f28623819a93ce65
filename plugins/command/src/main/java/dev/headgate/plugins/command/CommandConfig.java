package dev.headgate.plugins.command;

import dev.headgate.spi.PluginException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The configuration {@code plugin.command.*}.
 *
 * @param passEnv {@code pass-env}: names of further variables of the server's environment that
 *     commands get, separated by commas; none by default
 * @param stopGrace {@code stop-grace}: how long a command that is stopped may take to end by itself
 *     before it is killed; PT10S by default
 */
record CommandConfig(Set<String> passEnv, Duration stopGrace) {
  private static final String PASS_ENV = "pass-env";
  private static final String STOP_GRACE = "stop-grace";
  private static final Duration LONGEST_GRACE = Duration.ofMinutes(10);

  static CommandConfig of(Map<String, String> config) {
    Set<String> unknown = new TreeSet<>(config.keySet());
    unknown.removeAll(Set.of(PASS_ENV, STOP_GRACE));
    if (!unknown.isEmpty()) {
      throw new PluginException(
          "unknown configuration: " + unknown + "; expected pass-env or stop-grace");
    }
    Set<String> pass =
        Arrays.stream(config.getOrDefault(PASS_ENV, "").split(",", -1))
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .collect(Collectors.toUnmodifiableSet());
    return new CommandConfig(pass, duration(config.getOrDefault(STOP_GRACE, "PT10S")));
  }

  private static Duration duration(String text) {
    try {
      Duration grace = Duration.parse(text);
      if (!grace.isNegative() && grace.compareTo(LONGEST_GRACE) <= 0) {
        return grace;
      }
    } catch (DateTimeParseException e) {
      throw new PluginException(graceProblem(text), e);
    }
    throw new PluginException(graceProblem(text));
  }

  private static String graceProblem(String text) {
    return "stop-grace: expected a duration such as PT10S, at most 10 minutes, but found " + text;
  }
}
