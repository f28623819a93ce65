package dev.headgate.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Only what has no form of a view is told which forms there are. */
class NoSuchViewOfLakeTest {
  @ParameterizedTest
  @ValueSource(strings = {"version-99", "release-7", "sandbox-ana"})
  void whatIsNotThereIsNotToldItsOwnForm(String view) {
    assertThat(new NoSuchViewOfLakeException(view))
        .hasMessage("the lake has no view '" + view + "'");
  }

  @Test
  void whatIsNoViewIsToldTheForms() {
    assertThat(new NoSuchViewOfLakeException("version-x"))
        .hasMessage(
            "the lake has no view 'version-x': expected main, pinned, version-<n>, release-<id> or"
                + " sandbox-<name>");
  }
}
