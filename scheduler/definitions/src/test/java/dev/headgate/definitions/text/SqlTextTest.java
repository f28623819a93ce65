package dev.headgate.definitions.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT 1",
        "select 1;",
        "SELECT 1 ; ; -- done; SELECT 2\n",
        "/* a /* nested; */ comment */ SELECT ';' AS a, \";\" AS b, `c;d` FROM t",
        "(SELECT 1) UNION (SELECT 2)",
        "WITH a AS (SELECT 1) SELECT * FROM a",
        "VALUES (1, 'it\\'s; fine')",
        "FROM t SELECT a",
        "TABLE t",
        "SELECT insert, into FROM t"
      })
  void oneQuery(String sql) {
    assertThat(SqlText.mistake(sql)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ";",
        "-- only a comment",
        "DELETE FROM t",
        "INSERT INTO t SELECT 1",
        "123",
        "SELECT 1; SELECT 2",
        "SELECT 1; 'x'",
        "WITH a AS (SELECT 1) INSERT OVERWRITE t SELECT 1",
        "FROM t INSERT INTO u SELECT a",
        "SELECT 'open",
        "SELECT 1 /* open",
        "'a'",
        "CREATE TABLE t"
      })
  void anythingElse(String sql) {
    assertThat(SqlText.mistake(sql)).isPresent();
  }
}
