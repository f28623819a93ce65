package dev.headgate.plugins.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartitioningTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "day(flight_date)                 | days(`flight_date`)",
        "days(flight_date)                | days(`flight_date`)",
        "YEAR(a), month(b),hours( c )     | years(`a`), months(`b`), hours(`c`)",
        "bucket(16, id), truncate(4,name) | bucket(16, `id`), truncate(4, `name`)",
        "bucket[16](id), truncate(name, 4)| bucket(16, `id`), truncate(4, `name`)",
        "origin, identity(Dest)           | `origin`, `dest`",
        "day(`at`.inner)                  | days(`at`.`inner`)",
      })
  void writesSparksNames(String iceberg, String spark) {
    assertThat(Partitioning.parse(iceberg).sql()).isEqualTo(spark);
    assertThat(Partitioning.parse(spark)).isEqualTo(Partitioning.parse(iceberg));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a,",
        "week(a)",
        "day(a, b)",
        "day()",
        "bucket(a)",
        "bucket(a, b)",
        "day(a",
        "a b",
        "a)"
      })
  void whatIsNoTransformIsRefused(String text) {
    assertThatThrownBy(() -> Partitioning.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is no Iceberg transform: expected a column, year(c)");
  }

  @Test
  void orderAndWidthMatter() {
    assertThat(Partitioning.parse("a, b")).isNotEqualTo(Partitioning.parse("b, a"));
    assertThat(Partitioning.parse("bucket(8, a)"))
        .isNotEqualTo(Partitioning.parse("bucket(16, a)"));
  }
}
