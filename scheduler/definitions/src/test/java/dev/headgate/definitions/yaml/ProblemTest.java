package dev.headgate.definitions.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemTest {
  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\t", "\u0000", "\u001B", "\u0085", "\u2028", "\u2029"})
  void isOneLineWhateverItQuotes(String quoted) {
    Problem problem = new Problem("a.yaml", 2, 3, "no file 'b" + quoted + "c'");

    assertThat(problem).hasToString("a.yaml:2:3: no file 'b c'");
  }

  @Test
  void countsFromOne() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Problem("a.yaml", 0, 1, "no"));
    assertThatIllegalArgumentException().isThrownBy(() -> new Problem("a.yaml", 1, 0, "no"));
  }
}
