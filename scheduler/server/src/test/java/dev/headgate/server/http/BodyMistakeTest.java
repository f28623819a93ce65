package dev.headgate.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headgate.model.HeadgateException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mistakes in bodies are told as those in files are, and name no class. */
class BodyMistakeTest {
  record Item(String text) {}

  record Body(
      String rule, Instant until, Map<String, Item> files, List<Integer> numbers, boolean dry) {}

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"rule\": \"a\", \"scoop\": 1} | at line 1, column 26: unknown key 'scoop', expected one of"
            + " dry, files, numbers, rule, until",
        "{\"files\": [1]} | at line 1, column 11: 'files' is not an object",
        "{\"files\": {\"a\": 1}} | at line 1, column 17: 'files.a' is not an object",
        "{\"numbers\": {}} | at line 1, column 13: 'numbers' is not a list",
        "{\"numbers\": [1, \"x\"]} | at line 1, column 17: 'numbers[1]' is not a number: 'x'",
        "{\"dry\": \"maybe\"} | at line 1, column 9: 'dry' is not true or false: 'maybe'",
        "{\"until\": \"soon\"} | at line 1, column 11: 'until' is not a point in time such as"
            + " 2026-01-31T12:00:00Z: 'soon'",
        "{\"rule\": []} | at line 1, column 10: 'rule' is not a text",
        "[] | at line 1, column 1: it is not an object",
      })
  void isSaidInWordsOfJson(String body, String message) {
    assertThatThrownBy(() -> read(body))
        .isInstanceOf(HeadgateException.class)
        .hasMessage("the body is not as expected " + message);
  }

  @Test
  void whatIsNoJsonNamesNoClassEither() {
    assertThatThrownBy(() -> read("{rule"))
        .isInstanceOf(HeadgateException.class)
        .message()
        .startsWith("the body is not as expected at line 1, column ")
        .doesNotContain("com.fasterxml", "java.");
  }

  private static void read(String body) {
    Body read =
        new Json()
            .fromJsonStream(
                new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)), Body.class);
    assertThat(read).as("it is refused").isNull();
  }
}
