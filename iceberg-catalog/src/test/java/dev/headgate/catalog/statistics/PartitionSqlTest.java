package dev.headgate.catalog.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.apache.iceberg.PartitionData;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One value of a partition key, of each transform and type, as SQL. */
class PartitionSqlTest {
  private static final Type WITH_ZONE = Types.TimestampType.withZone();
  private static final Type WITHOUT_ZONE = Types.TimestampType.withoutZone();
  private static final Type DATE = Types.DateType.get();
  private static final Type STRING = Types.StringType.get();

  /** How a column is made a field of the key. */
  private interface Transform
      extends BiFunction<PartitionSpec.Builder, String, PartitionSpec.Builder> {}

  private static Arguments row(Transform transform, Type type, Object value, String sql) {
    return Arguments.of(transform, type, value, sql);
  }

  private static String range(String from, String to) {
    return "c IS NOT NULL AND c >= " + from + " AND c < " + to;
  }

  static Stream<Arguments> values() {
    Transform identity = PartitionSpec.Builder::identity;
    Transform year = PartitionSpec.Builder::year;
    Transform month = PartitionSpec.Builder::month;
    Transform day = PartitionSpec.Builder::day;
    Transform hour = PartitionSpec.Builder::hour;
    return Stream.of(
        row(identity, Types.BooleanType.get(), true, "c <=> true"),
        row(identity, Types.IntegerType.get(), -5, "c <=> -5"),
        row(identity, Types.LongType.get(), Long.MIN_VALUE, "c <=> -9223372036854775808"),
        row(identity, Types.DecimalType.of(10, 2), new BigDecimal("-1.50"), "c <=> -1.50BD"),
        row(identity, DATE, 0, "c <=> DATE '1970-01-01'"),
        row(identity, DATE, -1, "c <=> DATE '1969-12-31'"),
        row(identity, WITH_ZONE, 1L, "c <=> TIMESTAMP '1970-01-01 00:00:00.000001+00:00'"),
        row(identity, WITHOUT_ZONE, 0L, "c <=> TIMESTAMP_NTZ '1970-01-01 00:00:00'"),
        row(identity, STRING, "", "c <=> ''"),
        row(identity, STRING, "Zürich 100%", "c <=> 'Zürich 100%'"),
        row(
            identity,
            STRING,
            "O'Hare \\ ${x}\n",
            "c <=> 'O\\u0027Hare \\u005c \\u0024\\u007bx\\u007d\\u000a'"),
        row(identity, STRING, "\uD83D\uDE00", "c <=> '\\ud83d\\ude00'"),
        row(identity, STRING, null, "c IS NULL"),
        row(identity, Types.DoubleType.get(), 1.5, ""),
        row(identity, Types.UUIDType.get(), new java.util.UUID(1, 2), ""),
        row(year, DATE, 31, range("DATE '2001-01-01'", "DATE '2002-01-01'")),
        row(month, DATE, -1, range("DATE '1969-12-01'", "DATE '1970-01-01'")),
        row(day, DATE, 11382, range("DATE '2001-03-01'", "DATE '2001-03-02'")),
        row(day, DATE, null, "c IS NULL"),
        row(
            day,
            WITH_ZONE,
            -1,
            range(
                "TIMESTAMP '1969-12-31 00:00:00+00:00'", "TIMESTAMP '1970-01-01 00:00:00+00:00'")),
        row(
            hour,
            WITHOUT_ZONE,
            25,
            range("TIMESTAMP_NTZ '1970-01-02 01:00:00'", "TIMESTAMP_NTZ '1970-01-02 02:00:00'")),
        row(year, DATE, 8030, ""),
        row(year, DATE, -1970, ""),
        row(day, Types.TimestampNanoType.withZone(), 1, ""));
  }

  @ParameterizedTest
  @MethodSource("values")
  void isSaidExactlyOrNotAtAll(Transform transform, Type type, Object value, String sql) {
    String name = "the `c`";
    Schema schema = new Schema(Types.NestedField.optional(1, name, type));
    PartitionSpec spec = transform.apply(PartitionSpec.builderFor(schema), name).build();
    PartitionData partition = new PartitionData(spec.partitionType());
    partition.set(0, value);
    Optional<String> expected =
        sql.isEmpty()
            ? Optional.empty()
            : Optional.of("(" + sql.replaceAll("\\bc\\b", "`the ``c```") + ")");
    assertThat(PartitionSql.of(spec, schema).orElseThrow().predicate(partition))
        .isEqualTo(expected);
  }
}
