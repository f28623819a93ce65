package dev.headgate.engine.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headgate.spi.QueryEngine.Column;
import dev.headgate.spi.SqlAnalysis.Mistake;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleShapeTest {
  private static Column column(String type) {
    return new Column("n", type);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bigint",
        "int",
        "smallint",
        "tinyint",
        "double",
        "float",
        "decimal(10,2)",
        "boolean",
        "void"
      })
  void numbersAndTruthValuesAreRight(String type) {
    assertThat(RuleShape.mistake(List.of(column(type)))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "string",
        "STRING",
        "varchar(3)",
        "char(3)",
        "date",
        "timestamp",
        "timestamp_ntz",
        "binary",
        "array<int>",
        "map<string,int>",
        "struct<a:int>",
        "interval day to second"
      })
  void othersAreNot(String type) {
    assertThat(RuleShape.mistake(List.of(column(type))))
        .map(Mistake::message)
        .contains("its result is a " + type + ": expected one number or truth value");
  }

  @Test
  void thereIsOneColumn() {
    assertThat(RuleShape.mistake(List.of(column("int"), column("int"))))
        .map(Mistake::message)
        .contains("its result has 2 columns: expected one number or truth value");
  }

  @Test
  void nothingIsSaidOfWhatIsNotKnown() {
    assertThat(RuleShape.mistake(List.of())).isEmpty();
  }
}
