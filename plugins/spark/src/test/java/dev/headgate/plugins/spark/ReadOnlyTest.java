package dev.headgate.plugins.spark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadOnlyTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT 1",
        "-- why\n/* and */ (select 1)",
        "WITH a AS (SELECT 1) SELECT * FROM a;",
        "VALUES (1)",
        "TABLE a.b",
        "SELECT 'x; INSERT INTO y'; -- done",
        "SELECT * FROM merge.delete",
        "WITH a AS (SELECT 1) SELECT * FROM merge.a",
        "FROM a SELECT b"
      })
  void queries(String sql) {
    assertThat(ReadOnly.objection(sql)).isEmpty();
    assertThat(ReadOnly.objectionToLook(sql)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "-- nothing", "INSERT INTO a SELECT 1", "(DELETE FROM a)",
            "WITH a AS (SELECT 1) INSERT INTO b SELECT 1",
        "FROM a INSERT INTO b SELECT *", "SELECT 1; SELECT 2", "SET a=b", "USE x",
            "CREATE VIEW v AS SELECT 1",
        "CALL lake.system.expire_snapshots('a')",
            "with a as (select 1) merge into b using a on true"
      })
  void changes(String sql) {
    assertThat(ReadOnly.objection(sql)).isPresent();
    assertThat(ReadOnly.objectionToLook(sql)).isPresent();
  }

  @Test
  void aLookIsNoData() {
    for (String look : new String[] {"SHOW TABLES", "DESC a", "describe a.b", "EXPLAIN SELECT 1"}) {
      assertThat(ReadOnly.objectionToLook(look)).isEmpty();
      assertThat(ReadOnly.objection(look)).isPresent();
    }
  }
}
