package dev.headgate.definitions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headgate.model.contract.Contract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules of other engines stand beside ours in a contract: for people, as nothing runs them. */
class OtherEnginesTest {
  @Test
  void theirRulesAreDocumentation() {
    Contract contract =
        OneProperty.applied(
            "quality: [{type: custom, engine: soda, implementation: \"checks for a\"},"
                + " {type: custom, engine: greatExpectations, name: in order, description: Sorted.,"
                + " mustBe: 0, implementation: {expectation: x}},"
                + " {metric: nullValues, mustBe: 0}]");

    assertThat(contract.documentation())
        .containsExactly("a: soda: 'checks for a'", "a: greatExpectations: in order: Sorted.");
    assertThat(contract.rules())
        .extracting(Samples::line)
        .containsExactly("nullValues(a): nullValues {column=a, mustBe=0}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Headgate", "headgat", "head-gate"})
  void ourOwnNameWithAMistakeIsNone(String engine) {
    assertThat(
            OneProperty.mistake(
                "quality: [{type: custom, implementation: {metric: rowCountChange}, engine: "
                    + engine
                    + "}]"))
        .endsWith("'engine': '" + engine + "' is not supported: expected engine headgate");
  }
}
