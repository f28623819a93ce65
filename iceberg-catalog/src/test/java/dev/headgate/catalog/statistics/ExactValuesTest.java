package dev.headgate.catalog.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Stream;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.expressions.Literal;
import org.apache.iceberg.types.Conversions;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Values of each type that has exact bounds: from a manifest's bytes to text, and back. */
class ExactValuesTest {
  private static Arguments row(Type type, Object value, String text) {
    return Arguments.of(type, value, text);
  }

  static Stream<Arguments> values() {
    return Stream.of(
        row(Types.BooleanType.get(), true, "true"),
        row(Types.IntegerType.get(), Integer.MIN_VALUE, "-2147483648"),
        row(Types.LongType.get(), Long.MAX_VALUE, "9223372036854775807"),
        row(Types.FloatType.get(), 0.5f, "0.5"),
        row(Types.FloatType.get(), 0.1f, "0.10000000149011612"),
        row(Types.DoubleType.get(), -1e-7, "-0.00000010"),
        row(Types.DecimalType.of(10, 2), new BigDecimal("-1116.50"), "-1116.50"),
        row(
            Types.DecimalType.of(38, 0),
            new BigDecimal("1" + "0".repeat(37)),
            "1" + "0".repeat(37)),
        row(Types.DateType.get(), 11382, "2001-03-01"),
        row(Types.DateType.get(), -1, "1969-12-31"),
        row(Types.TimeType.get(), 3_600_000_001L, "01:00:00.000001"),
        row(Types.TimestampType.withoutZone(), 0L, "1970-01-01T00:00:00"),
        row(Types.TimestampType.withoutZone(), -1L, "1969-12-31T23:59:59.999999"),
        row(Types.TimestampType.withZone(), 1_700_000_000_000_000L, "2023-11-14T22:13:20Z"),
        row(Types.TimestampNanoType.withoutZone(), 1L, "1970-01-01T00:00:00.000000001"),
        row(Types.TimestampNanoType.withZone(), 1L, "1970-01-01T00:00:00.000000001Z"));
  }

  @ParameterizedTest
  @MethodSource("values")
  void areThereAndBackAgain(Type type, Object value, String text) {
    assertThat(ExactValues.areExact(type, FileFormat.PARQUET)).isTrue();
    ByteBuffer bytes = Conversions.toByteBuffer(type, value);
    assertThat(ExactValues.read(type, bytes)).hasValue(value);
    assertThat(ExactValues.text(type, value)).hasValue(text);
    assertThat(parsed(type, text)).isEqualTo(value);
  }

  private static Object parsed(Type type, String text) {
    return switch (type.typeId()) {
      case BOOLEAN -> Boolean.valueOf(text);
      case INTEGER -> Integer.valueOf(text);
      case LONG -> Long.valueOf(text);
      case FLOAT -> Float.valueOf(text);
      case DOUBLE -> Double.valueOf(text);
      case DECIMAL -> new BigDecimal(text);
      default -> Literal.of(text).to(type).value();
    };
  }

  @Test
  void othersAreNotExact() {
    List<Type> types =
        List.of(
            Types.StringType.get(),
            Types.BinaryType.get(),
            Types.FixedType.ofLength(4),
            Types.UUIDType.get());
    for (Type type : types) {
      assertThat(ExactValues.areExact(type, FileFormat.PARQUET)).as(type.toString()).isFalse();
    }
  }

  @Test
  void bytesOfAnotherTypeAreNoValue() {
    ByteBuffer date = Conversions.toByteBuffer(Types.DateType.get(), 1);
    assertThat(ExactValues.read(Types.TimestampType.withoutZone(), date)).isEmpty();
    assertThat(ExactValues.read(Types.IntegerType.get(), ByteBuffer.allocate(8))).isEmpty();
  }
}
