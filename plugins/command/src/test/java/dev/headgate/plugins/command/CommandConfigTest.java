package dev.headgate.plugins.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headgate.spi.PluginException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CommandConfigTest {
  @Test
  void defaults() {
    assertThat(CommandConfig.of(Map.of()))
        .isEqualTo(new CommandConfig(Set.of(), Duration.ofSeconds(10)));
  }

  @Test
  void mapping() {
    assertThat(CommandConfig.of(Map.of("pass-env", "JAVA_HOME, X", "stop-grace", "PT1S")))
        .isEqualTo(new CommandConfig(Set.of("JAVA_HOME", "X"), Duration.ofSeconds(1)));
  }

  @Test
  void unknownKeysAreRefused() {
    refused(
        Map.of("grace", "PT1S"), "unknown configuration: [grace]; expected pass-env or stop-grace");
  }

  @Test
  void aGraceIsADurationWithinReason() {
    String expected =
        "stop-grace: expected a duration such as PT10S, at most 10 minutes, but found ";
    refused(Map.of("stop-grace", "10s"), expected + "10s");
    refused(Map.of("stop-grace", "PT-1S"), expected + "PT-1S");
    refused(Map.of("stop-grace", "PT11M"), expected + "PT11M");
  }

  private static void refused(Map<String, String> config, String message) {
    assertThatThrownBy(() -> CommandConfig.of(config))
        .isInstanceOf(PluginException.class)
        .hasMessage(message);
  }
}
