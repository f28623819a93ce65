package dev.headgate.engine.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headgate.model.lake.TableDescription.Field;
import dev.headgate.spi.QueryEngine.Column;
import java.util.List;
import org.junit.jupiter.api.Test;

class SqlTypesTest {
  private static Field field(String name, String type, Field... fields) {
    return new Field(name, type, false, List.of(fields));
  }

  @Test
  void aTablesTypesAreSql() {
    assertThat(
            SqlTypes.of(
                List.of(
                    field("n", "long"),
                    field("d", "decimal(10, 2)"),
                    field("f", "fixed[16]"),
                    field("t", "timestamp"),
                    field("z", "timestamptz"),
                    field("s", "struct", field("a b", "int"), field("c", "uuid")),
                    field("l", "list", field("element", "double")),
                    field("m", "map", field("key", "string"), field("value", "date")))))
        .contains(
            List.of(
                new Column("n", "bigint"),
                new Column("d", "decimal(10, 2)"),
                new Column("f", "binary"),
                new Column("t", "timestamp_ntz"),
                new Column("z", "timestamp"),
                new Column("s", "struct<`a b`:int,`c`:string>"),
                new Column("l", "array<double>"),
                new Column("m", "map<string,date>")));
  }

  @Test
  void whereOneColumnCannotBeSaidNothingIs() {
    assertThat(SqlTypes.of(List.of(field("n", "long"), field("t", "time")))).isEmpty();
  }
}
