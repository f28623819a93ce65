package dev.headgate.plugins.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoundSqlTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "2001-06-30 | DATE'2001-06-30'",
        "2001-02-30 | '2001-02-30'",
        "42         | 42",
        "-7         | -7",
        "1234567890 | 1234567890L",
        "007        | '007'",
        "1.50       | 1.50",
        "1e5        | '1e5'",
        "true       | true",
        "True       | 'True'",
        "O'Hare     | 'O\\'Hare'",
        "a\\        | 'a\\\\'",
        "' OR '1'='1| '\\' OR \\'1\\'=\\'1'",
        "\"\"       | ''",
      })
  void aValuesTypeFollowsFromItsText(String text, String literal) {
    assertThat(BoundSql.literal(text)).isEqualTo(literal);
  }

  @Test
  void textsCommentsNamesAndCastsAreLeftAlone() {
    String sql =
        "SELECT ':a', \":a\", `:a`, 'it\\'s :a', x::int -- :a\n/* :a\n :a */ FROM t WHERE d = :a AND :b";
    BoundSql bound = BoundSql.of(sql, Map.of("a", "1", "other", "2"));

    assertThat(bound.text())
        .isEqualTo(
            "SELECT ':a', \":a\", `:a`, 'it\\'s :a', x::int -- :a\n/* :a\n :a */ FROM t WHERE d = 1 AND NULL");
    assertThat(bound.missing()).containsExactly("b");
  }

  @Test
  void positionsAreThoseOfTheFile() {
    BoundSql bound =
        BoundSql.of(
            "SELECT :a,\n  :day, nope\n FROM :b nope2", Map.of("day", "2001-06-30", "a", "1"));

    assertThat(bound.place(bound.text().indexOf("nope"))).hasToString("2:9");
    assertThat(bound.place(bound.text().indexOf("nope2"))).hasToString("3:10");
    assertThat(bound.place(0)).hasToString("1:1");
    assertThat(bound.place(10_000)).hasToString("3:15");
  }

  @Test
  void linesAndColumnsAreThoseOfTheFile() {
    BoundSql bound = BoundSql.of("SELECT :a,\n :a, nope", Map.of("a", "two\nlines"));

    assertThat(bound.place(4, 9)).hasToString("2:6");
    assertThat(bound.place(1, 1)).hasToString("1:1");
  }

  @Test
  void bracesAreParametersOnlyToLookAt() {
    String sql = "SELECT ${a-b}, '${a-b}', ${no.name}, :c, nope";

    assertThat(BoundSql.of(sql, Map.of("a-b", "1", "c", "2")).text())
        .isEqualTo("SELECT ${a-b}, '${a-b}', ${no.name}, 2, nope");
    BoundSql looked = BoundSql.toLookAt(sql, Map.of("a-b", "1"));
    assertThat(looked.text()).isEqualTo("SELECT 1, '${a-b}', ${no.name}, NULL, nope");
    assertThat(looked.place(looked.text().indexOf("nope"))).hasToString("1:42");
  }

  @Test
  void aLongTextIsNoProblem() {
    String sql = "SELECT '" + "x\\'".repeat(200_000) + "', :a";

    assertThat(BoundSql.of(sql, Map.of("a", "1")).text()).endsWith("', 1");
  }
}
