package dev.headgate.plugins.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headgate.spi.PluginException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CommandEnvironmentTest {
  private static final Map<String, String> SERVER =
      Map.of("PATH", "/bin", "LC_ALL", "C", "AWS_SECRET", "s", "JAVA_HOME", "/jdk");

  @Test
  void isWhatIsDocumentedAndNothingElse() {
    assertThat(environment(Set.of(), Map.of("MODE", "full"), Map.of("day", "2001-06-30")))
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(
                Map.entry("PATH", "/bin"),
                Map.entry("LC_ALL", "C"),
                Map.entry("MODE", "full"),
                Map.entry("HEADGATE_CATALOG_URI", "http://127.0.0.1:1/iceberg"),
                Map.entry("HEADGATE_WAREHOUSE", "release-12"),
                Map.entry("HEADGATE_TOKEN", "secret"),
                Map.entry("HEADGATE_PRODUCT", "operations.flights"),
                Map.entry("HEADGATE_RELEASE", "12"),
                Map.entry("HEADGATE_RUN", "12-flights"),
                Map.entry("HEADGATE_ATTEMPT", "2"),
                Map.entry("HEADGATE_DATASETS", "operations.flights"),
                Map.entry("HEADGATE_PARAM_DAY", "2001-06-30"),
                Map.entry(
                    "HEADGATE_SNAPSHOT_PROPERTIES", "headgate.release=12\nheadgate.run=12-flights"),
                Map.entry("HEADGATE_WORK", "/runs/1")));
  }

  @Test
  void passesOnWhatIsConfigured() {
    assertThat(environment(Set.of("JAVA_HOME"), Map.of(), Map.of()))
        .containsEntry("JAVA_HOME", "/jdk")
        .doesNotContainKey("AWS_SECRET");
  }

  @Test
  void aJobCannotSetHeadgatesVariables() {
    assertThatThrownBy(() -> environment(Set.of(), Map.of("HEADGATE_TOKEN", "x"), Map.of()))
        .isInstanceOf(PluginException.class)
        .hasMessage(
            "env: 'HEADGATE_TOKEN' cannot be set; expected a variable's name that does not start"
                + " with HEADGATE_");
  }

  @Test
  void parametersOfTheSameVariableAreRefused() {
    assertThatThrownBy(
            () -> environment(Set.of(), Map.of(), Map.of("first-day", "1", "first_day", "2")))
        .isInstanceOf(PluginException.class)
        .hasMessageStartingWith("two parameters of the release would both be")
        .hasMessageContaining("HEADGATE_PARAM_FIRST_DAY");
  }

  private static Map<String, String> environment(
      Set<String> pass, Map<String, String> own, Map<String, String> parameters) {
    return new CommandEnvironment(SERVER, pass)
        .of(
            Requests.of(Path.of("log"), Requests.job(Map.of()), Map.of(), parameters),
            own,
            Path.of("/runs/1"));
  }
}
