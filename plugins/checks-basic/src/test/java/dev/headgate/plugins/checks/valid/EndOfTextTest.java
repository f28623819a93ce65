package dev.headgate.plugins.checks.valid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndOfTextTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "^[A-Z]{2}$, ^[A-Z]{2}\\z",
        "(a$|b$), (a\\z|b\\z)",
        "$, \\z",
        "\\\\$, \\\\\\z",
        "[^]$]$, [^]$]\\z",
        "[]$]$, []$]\\z",
        "[a[$]$]$, [a[$]$]\\z",
        "[\\]$]$, [\\]$]\\z",
        "\\Q$[\\E$, \\Q$[\\E\\z",
        "\\c$$, \\c$\\z",
        "(?i)a$, (?i)a\\z",
        "(?:a|b)$, (?:a|b)\\z",
        "(?<name>a)$, (?<name>a)\\z",
      })
  void theDollarIsTheEndOfTheText(String pattern, String java) {
    assertThat(EndOfText.inJava(pattern)).isEqualTo(java);
    Pattern.compile(java);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a\\$", "[$]", "[a$]b", "\\Qa$", "(?m)^a$", "(?im)^a$", "(?m:^a$)", "a", ""})
  void whatIsNoSuchDollarStays(String pattern) {
    assertThat(EndOfText.inJava(pattern)).isEqualTo(pattern);
  }

  @Test
  void aFlagThatIsTurnedOffIsNone() {
    assertThat(EndOfText.inJava("(?-m)a$")).isEqualTo("(?-m)a\\z");
  }

  @ParameterizedTest
  @ValueSource(strings = {"AB\n", "AB\r\n", "AB\r", "AB\u0085", "AB\u2028"})
  void aLineThatEndsIsNotTheEnd(String text) {
    assertThat(Pattern.compile(EndOfText.inJava("^[A-Z]{2}$")).matcher(text).find()).isFalse();
    assertThat(Pattern.compile("^[A-Z]{2}$").matcher(text).find()).as("Java's own").isTrue();
    assertThat(Pattern.compile(EndOfText.inJava("(?m)^[A-Z]{2}$")).matcher(text).find()).isTrue();
  }
}
