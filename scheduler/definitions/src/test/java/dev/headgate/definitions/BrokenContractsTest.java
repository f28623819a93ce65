package dev.headgate.definitions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each case of {@code broken-contracts.txt} gives one error at its place. */
class BrokenContractsTest {
  static List<BrokenCase> cases() throws IOException {
    return BrokenCase.read("broken-contracts.txt", "promised");
  }

  @Test
  void thereAreMany() throws IOException {
    assertThat(cases()).hasSizeGreaterThanOrEqualTo(140);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void givesOneErrorAtItsPlace(BrokenCase broken) {
    broken.givesItsErrorAndNothingElse();
  }
}
