package dev.headgate.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headgate.model.check.CheckSpec;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InYamlTest {
  @Test
  void mapsAndListsAreWrittenInFlow() {
    assertThat(InYaml.of(Map.of("b", List.of("x", 1.50, true), "a", Map.of())))
        .isEqualTo("{a: {}, b: [x, 1.5, true]}");
  }

  @Test
  void aTextByItselfIsPlainAndAmongOthersQuotedWhereItMustBe() {
    assertThat(InYaml.of("a, b: c")).isEqualTo("a, b: c");
    assertThat(InYaml.of(List.of("a, b", "", "- c", "say \"x\"", "0 6 * * 1", "plain text")))
        .isEqualTo("[\"a, b\", \"\", \"- c\", \"say \\\"x\\\"\", \"0 6 * * 1\", plain text]");
  }

  @Test
  void aRuleIsToldByItsSettings() {
    Map<String, Object> settings =
        Map.of(
            "column", "state",
            "arguments", Map.of("validValues", List.of("new", "paid")),
            "mustBeBetween", List.of(1, 5));
    assertThat(
            Rule.of(new CheckSpec("r", "invalidValues", settings, CheckSpec.Severity.ERROR)).text())
        .isEqualTo("invalidValues(state), validValues: [new, paid], mustBeBetween: [1, 5]");
  }
}
