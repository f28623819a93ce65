package dev.headgate.engine.contract.type;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headgate.model.contract.Column;
import dev.headgate.model.contract.LogicalType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnTypeTest {
  private static final List<String> ICEBERG =
      List.of(
          "boolean",
          "int",
          "long",
          "float",
          "double",
          "decimal(10, 2)",
          "decimal(9, 0)",
          "date",
          "time",
          "timestamp",
          "timestamptz",
          "timestamp_ns",
          "timestamptz_ns",
          "string",
          "uuid",
          "fixed[16]",
          "binary",
          "variant",
          "geometry",
          "geography",
          "struct",
          "list",
          "map");

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          BOOLEAN | boolean
          bool | boolean
          TINYINT | int
          smallint | int
          INT | int
          INTEGER | int
          int4 | int
          BIGINT | long
          long | long
          int8 | long
          FLOAT | float
          REAL | float
          DOUBLE | double
          double  precision | double
          float8 | double
          DECIMAL | decimal(10, 2), decimal(9, 0)
          DECIMAL(10,2) | decimal(10, 2)
          numeric( 10 , 2 ) | decimal(10, 2)
          DECIMAL(9) | decimal(9, 0)
          NUMBER(9, 0) | decimal(9, 0)
          DECIMAL(11,2) | ''
          STRING | string
          VARCHAR(20) | string
          varchar(max) | string
          CHAR(2) | string
          character varying(10) | string
          TEXT | string
          DATE | date
          TIME | time
          TIMESTAMP | timestamp, timestamptz
          TIMESTAMP(6) | timestamp, timestamptz
          TIMESTAMP_NTZ | timestamp
          timestamp without time zone | timestamp
          DATETIME | timestamp
          TIMESTAMPTZ | timestamptz
          TIMESTAMP_LTZ | timestamptz
          timestamp(6) with time zone | timestamptz
          timestamp with local time zone | timestamptz
          timestamp_ns | timestamp_ns
          timestamptz_ns | timestamptz_ns
          UUID | uuid
          BINARY | fixed[16], binary
          varbinary(16) | fixed[16], binary
          fixed[16] | fixed[16]
          FIXED(8) | ''
          VARIANT | variant
          GEOMETRY | geometry
          STRUCT<a: INT> | struct
          ROW(a INT, b VARCHAR(3)) | struct
          ARRAY<STRING> | list
          MAP<STRING, ARRAY<INT>> | map
          """)
  void aPhysicalTypeAdmits(String physical, String expected) {
    assertThat(admitted(column(physical, null, Map.of()))).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} {1}={2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          string | | | string, uuid
          string | format | email | string, uuid
          string | format | binary | string, uuid, fixed[16], binary
          date | | | date
          date | format | yyyy-MM-dd | date
          date | format | yyyy-MM-dd HH:mm:ss | timestamp, timestamptz, timestamp_ns, timestamptz_ns
          timestamp | | | timestamp, timestamptz, timestamp_ns, timestamptz_ns
          timestamp | timezone | true | timestamptz, timestamptz_ns
          timestamp | timezone | false | timestamp, timestamp_ns
          time | | | time
          integer | | | int, long, decimal(9, 0)
          number | | | int, long, float, double, decimal(10, 2), decimal(9, 0)
          boolean | | | boolean
          object | | | variant, struct, map
          array | | | list
          map | | | map
          """)
  void aLogicalTypeAdmits(String logical, String key, String value, String expected) {
    Object option = "true".equals(value) || "false".equals(value) ? Boolean.valueOf(value) : value;
    Map<String, Object> options = key == null ? Map.of() : Map.of(key, option);
    assertThat(admitted(column(null, logical, options))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          INTERVAL DAY
          ARRAY<INTERVAL DAY>
          ARRAY<INT, INT>
          MAP<STRING>
          STRUCT<a>
          STRUCT<>
          ROW(a INT>
          NULLABLE
          """)
  void whatIsNotUnderstoodLeavesItToTheLogicalType(String physical) {
    assertThat(admitted(column(physical, "boolean", Map.of()))).isEqualTo("boolean");
    assertThat(ColumnType.of(column(physical, null, Map.of())).isAny()).isTrue();
  }

  @Test
  void thePhysicalTypeDecides() {
    assertThat(admitted(column("STRING", "integer", Map.of()))).isEqualTo("string");
    assertThat(admitted(column("TIMESTAMP", "timestamp", Map.of("timezone", false))))
        .isEqualTo("timestamp");
    assertThat(admitted(column("TIMESTAMP_NTZ", "timestamp", Map.of("timezone", true))))
        .isEqualTo("timestamp");
  }

  @Test
  void aPhysicalTypeNamesTheFields() {
    List<Column> fields =
        ColumnType.fields(
            column("STRUCT<`a b`: INT NOT NULL COMMENT 'x', c MAP<STRING, DATE>>", null, Map.of()));
    assertThat(fields).extracting(Column::name).containsExactly("a b", "c");
    assertThat(fields).extracting(Column::required).containsExactly(true, false);
    assertThat(ColumnType.fields(fields.get(1)))
        .extracting(c -> c.name() + " " + c.physicalType().orElseThrow())
        .containsExactly("key STRING", "value DATE");
    assertThat(ColumnType.fields(column("ARRAY<ROW(x INT)>", null, Map.of())))
        .extracting(Column::name)
        .containsExactly("element");
  }

  @ParameterizedTest(name = "{0} to {1}: {2}")
  @CsvSource({
    "INT, BIGINT, true",
    "TINYINT, BIGINT, true",
    "FLOAT, DOUBLE, true",
    "'DECIMAL(9,2)', 'DECIMAL(10,2)', true",
    "BIGINT, INT, false",
    "INT, INT, false",
    "INT, DOUBLE, false",
    "DATE, TIMESTAMP_NTZ, false",
    "'DECIMAL(10,2)', 'DECIMAL(9,2)', false",
    "'DECIMAL(9,2)', 'DECIMAL(10,3)', false",
    "'DECIMAL(9,2)', DECIMAL, false",
  })
  void whatIcebergPromotes(String from, String to, boolean promotes) {
    ColumnType before = ColumnType.of(column(from, null, Map.of()));
    assertThat(before.promotesTo(ColumnType.of(column(to, null, Map.of())))).isEqualTo(promotes);
  }

  @ParameterizedTest(name = "{0} includes {1}: {2}")
  @CsvSource({
    "DECIMAL, 'DECIMAL(9,2)', true",
    "'DECIMAL(9,2)', DECIMAL, false",
    "TIMESTAMP, TIMESTAMP_NTZ, true",
    "INT, SMALLINT, true",
    "VARCHAR(3), STRING, true",
    "INT, BIGINT, false",
  })
  void oneTypeIncludesAnother(String one, String other, boolean includes) {
    ColumnType type = ColumnType.of(column(one, null, Map.of()));
    assertThat(type.includes(ColumnType.of(column(other, null, Map.of())))).isEqualTo(includes);
  }

  @Test
  void aWholeNumberIncludesDecimalsWithoutScale() {
    ColumnType integer = ColumnType.of(column(null, "integer", Map.of()));
    assertThat(integer.includes(ColumnType.of(column("NUMBER(38)", null, Map.of())))).isTrue();
    assertThat(integer.includes(ColumnType.of(column("NUMBER(38,2)", null, Map.of())))).isFalse();
    assertThat(ColumnType.of(column(null, "number", Map.of())).includes(integer)).isTrue();
  }

  @Test
  void theWordOfTheContractComesWithIcebergs() {
    assertThat(ColumnType.of(column("BIGINT", null, Map.of())).wanted()).isEqualTo("BIGINT (long)");
    assertThat(ColumnType.of(column("DECIMAL(9,2)", null, Map.of())).wanted())
        .isEqualTo("DECIMAL(9,2)");
    assertThat(ColumnType.of(column(null, "integer", Map.of())).wanted())
        .isEqualTo("integer (int or long or decimal)");
    assertThat(ColumnType.of(column(null, "boolean", Map.of())).wanted()).isEqualTo("boolean");
  }

  private static String admitted(Column column) {
    ColumnType type = ColumnType.of(column);
    return ICEBERG.stream().filter(type::admits).collect(Collectors.joining(", "));
  }

  private static Column column(String physical, String logical, Map<String, Object> options) {
    return new Column(
        "c",
        Stream.of(LogicalType.values()).filter(t -> t.toString().equals(logical)).findFirst(),
        Optional.ofNullable(physical),
        false,
        false,
        OptionalInt.empty(),
        OptionalInt.empty(),
        Optional.empty(),
        false,
        Optional.empty(),
        options,
        List.of(),
        List.of(),
        List.of());
  }
}
