package dev.headgate.plugins.checks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headgate.plugins.checks.compare.Decimals;
import dev.headgate.spi.Check;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Numbers of rules are compared as the column has them, whatever they are written as. */
class NumbersTest {
  private static final BigDecimal LONG = new BigDecimal("12345678901234567890.12");

  /** What Spark is asked: it refuses numbers of more than 38 digits. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "double         | maximum          | 1.0E40  | `v` > 1.0E40D",
        "double         | maximum          | 1.0E38  | `v` > 1.0E38D",
        "double         | minimum          | 1.0E-40 | `v` < 1.0E-40D",
        "double         | maximum          | 0.1     | `v` > 0.1D",
        "double         | maximum          | 1E400   | `v` >= CAST('Infinity' AS DOUBLE)",
        "double         | minimum          | 1E400   | `v` < CAST('Infinity' AS DOUBLE)",
        "double         | exclusiveMinimum | -1E400  | `v` <= CAST('-Infinity' AS DOUBLE)",
        "double         | exclusiveMaximum | -1E400  | `v` > CAST('-Infinity' AS DOUBLE)",
        "float          | maximum          | 0.2     | `v` > 0.2F",
        "float          | maximum          | 1.0E40  | `v` > 1.0E40D",
        "float          | exclusiveMinimum | 1.0E-60 | `v` <= 1.0E-60D",
        "long           | maximum          | 1.0E40  | 1 = 0",
        "long           | minimum          | 1.0E40  | 1 = 1",
        "long           | maximum          | -1.0E40 | 1 = 1",
        "long           | exclusiveMinimum | -1.0E40 | 1 = 0",
        "long           | maximum          | 2.5     | `v` > 2",
        "long           | minimum          | 2.5     | `v` < 3",
        "long           | exclusiveMaximum | 2.5     | `v` >= 3",
        "long           | exclusiveMinimum | 2.5     | `v` <= 2",
        "long           | maximum          | 1E-100  | `v` > 0",
        "decimal(38, 6) | maximum          | 1E32    | 1 = 0",
        "decimal(38, 6) | maximum          | 1E31    | `v` > 10000000000000000000000000000000",
        "decimal(9, 2)  | minimum          | 0.125   | `v` < 0.13",
        "decimal(9, 2)  | maximum          | 12345678901234567890.12 | `v` > 12345678901234567890.12",
      })
  void boundsAreThoseOfTheColumn(String type, String key, BigDecimal bound, String condition)
      throws Exception {
    assertThat(asked(type, Map.of(key, bound))).contains("(" + condition + ")");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "float          | 0.1 | 1E40   | (`v` IN (0.1F, 1.0E40D))",
        "double         | 0.1 | 1E400  | (`v` IN (0.1D))",
        "long           | 1   | 1.5    | (`v` IN (1))",
        "long           | 1   | 1E40   | (`v` IN (1))",
        "decimal(9, 2)  | 0.1 | 0.125  | (`v` IN (0.1))",
        "decimal(38, 6) | 0.1 | 1E32   | (`v` IN (0.1))",
      })
  void listsAreThoseOfTheColumn(String type, BigDecimal one, BigDecimal other, String condition)
      throws Exception {
    assertThat(asked(type, Map.of("validValues", List.of(one, other)))).contains(condition);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "long          | 1E40  | `v` <> 0",
        "decimal(9, 2) | 0.1   | `v` % 0.1 <> 0",
        "double        | 0.01  | abs(`v` / 0.01D - round(`v` / 0.01D)) > greatest(1.0E-9D, 1.0E-13D"
            + " * least(abs(`v` / 0.01D), 1.0E300D))",
        "float         | 0.01  | abs(`v` / 0.01D - round(`v` / 0.01D)) > greatest(1.0E-9D, 1.0E-7D"
            + " * least(abs(`v` / 0.01D), 1.0E300D))",
      })
  void multiplesAreThoseOfTheColumn(String type, BigDecimal step, String condition)
      throws Exception {
    assertThat(asked(type, Map.of("multipleOf", step))).contains("(" + condition + ")");
  }

  @Test
  void bucketsAreOfLongNumbersToo() throws Exception {
    String column = " (`v` DOUBLE)";
    String values = " VALUES (1E40), (2E-100), (0.5)";
    try (Scene scene =
        new Scene(
                "CREATE TABLE `lake`.`before`" + column,
                "INSERT INTO `lake`.`before`" + values,
                "CREATE TABLE `lake`.`flights`" + column,
                "INSERT INTO `lake`.`flights`" + values)
            .base("`lake`.`before`")) {
      assertThat(scene.measured("distributionDrift", Map.of("column", "v", "mustBe", 0L)).passed())
          .isTrue();
      assertThat(scene.asked())
          .anyMatch(sql -> sql.contains("<= 1.0E40D") && sql.contains("<= 2.0E-100D"));
    }
  }

  @Test
  void whatDividesTheLeastDifferenceOfTheTypeDividesAll() throws Exception {
    try (Scene scene =
        new Scene()
            .table(new Described().column("n", "long").column("d", "decimal(9, 2)").table())) {
      for (String column : List.of("n", "d")) {
        for (String step : List.of("1E-40", "0.01", "0.005")) {
          Map<String, Object> arguments = Map.of("multipleOf", new BigDecimal(step));
          assertThat(scene.measured(Scene.none("invalidValues", column, arguments)).shown())
              .isEqualTo("0");
        }
      }
      assertThat(scene.asked()).isEmpty();
    }
  }

  @Test
  void withoutKnowingTheTypeALongNumberIsADouble() throws Exception {
    try (Scene scene = new Scene()) {
      scene.one(Scene.none("invalidValues", "v", Map.of("maximum", new BigDecimal("1E40"))));
      assertThat(scene.asked().get(0)).contains("(`v` > 1.0E40D)");
    }
  }

  /** There is no table: what is asked of Spark. */
  private static String asked(String type, Map<String, Object> arguments) throws Exception {
    try (Scene scene = new Scene().table(new Described().column("v", type).table())) {
      scene.one(Scene.none("invalidValues", "v", arguments));
      return scene.asked().get(0);
    }
  }

  static Stream<Arguments> floats() {
    return Stream.of(
        Arguments.of("REAL", "float", Map.of("maximum", 0.2), "0.1, 0.2", "0"),
        Arguments.of("REAL", "float", Map.of("maximum", 0.2), "0.21, 0.3", "2"),
        Arguments.of("REAL", "float", Map.of("exclusiveMaximum", 0.2), "0.1, 0.2", "1"),
        Arguments.of("REAL", "float", Map.of("minimum", 0.7), "0.7, 0.6", "1"),
        Arguments.of(
            "REAL", "float", Map.of("validValues", List.of(0.1, 0.2)), "0.1, 0.2, 0.3", "1"),
        Arguments.of("REAL", "float", Map.of("validValues", List.of(0.3)), "0.3", "0"),
        Arguments.of("DOUBLE", "double", Map.of("validValues", List.of(0.3)), "0.3, 0.30001", "1"),
        Arguments.of("REAL", "float", Map.of("multipleOf", 0.1), "0.3, 0.35, 0.7", "1"),
        Arguments.of("REAL", "float", Map.of("multipleOf", 0.01), "0.015, 131072.15", "1"),
        Arguments.of("DOUBLE", "double", Map.of("multipleOf", 0.01), "591472.21, 0.07, 0.29", "0"),
        Arguments.of("DOUBLE", "double", Map.of("multipleOf", 0.01), "999999.99, -591472.21", "0"),
        Arguments.of("DOUBLE", "double", Map.of("multipleOf", 0.01), "0.015, 591472.215", "2"),
        Arguments.of(
            "DOUBLE", "double", Map.of("multipleOf", 0.01), "591472.2101, 99999999.995", "2"),
        Arguments.of("DOUBLE", "double", Map.of("multipleOf", 0.1), "0.1 + 0.2, 0", "0"));
  }

  @ParameterizedTest
  @MethodSource("floats")
  void floatingPointNumbersAreWhatTheyAreWrittenAs(
      String sql, String iceberg, Map<String, Object> arguments, String values, String invalid)
      throws Exception {
    try (Scene scene =
        new Scene("CREATE TABLE `lake`.`flights` (`v` " + sql + ")")
            .table(new Described().column("v", iceberg).table())) {
      for (String value : values.split(", ", -1)) {
        scene.queries.execute("INSERT INTO `lake`.`flights` VALUES (" + value + ")");
      }
      assertThat(scene.measured(Scene.none("invalidValues", "v", arguments)).shown())
          .isEqualTo(invalid);
    }
  }

  @Test
  void boundsOfManifestsCompareAsQueriesDo() throws Exception {
    String least = manifest(0.2f);
    try (Scene scene =
        new Scene()
            .table(new Described().column("v", "float").rows(2).bounds("v", least, "1").table())) {
      assertThat(scene.measured(Scene.none("invalidValues", "v", Map.of("minimum", 0.2))).shown())
          .isEqualTo("0");
      assertThat(scene.asked()).as("metadata tells it").isEmpty();
      scene.one(Scene.none("invalidValues", "v", Map.of("exclusiveMinimum", 0.2)));
      assertThat(scene.asked()).as("the least value is the bound itself").hasSize(1);
    }
    String seventh = manifest(0.7f);
    assertThat(new BigDecimal(seventh)).as("less than 0.7").isLessThan(new BigDecimal("0.7"));
    try (Scene scene =
        new Scene()
            .table(
                new Described().column("v", "float").rows(2).bounds("v", seventh, "1").table())) {
      assertThat(scene.measured(Scene.none("invalidValues", "v", Map.of("minimum", 0.7))).shown())
          .isEqualTo("0");
    }
  }

  /** As manifests tell a float: all digits of its value. */
  private static String manifest(float value) {
    return BigDecimal.valueOf((double) value).toPlainString();
  }

  @Test
  void anyNumberIsTakenAndShownWithAllOfItsDigits() throws Exception {
    for (Number number :
        List.of(LONG, new BigInteger("12345678901234567890"), 12345L, 12, 1.0E19, 2.5f)) {
      String digits = Decimals.text(Decimals.of(number, "it"));
      assertThat(digits).doesNotContain("E");
      try (Scene scene =
          new Scene("CREATE TABLE `lake`.`flights` (`v` DOUBLE)")
              .table(new Described().column("v", "double").table())) {
        assertThat(measured(scene, Map.of("maximum", number))).contains("maximum " + digits + ")");
        assertThat(measured(scene, Map.of("validValues", List.of(number))))
            .contains("one of " + digits + ")");
        assertThat(measured(scene, Map.of("multipleOf", number)))
            .contains("multipleOf " + digits + ")");
        assertThat(scene.measured("rowCount", Map.of("mustBeLessThan", number)).message())
            .isEqualTo("0 rows, expected less than " + digits);
      }
    }
    assertThat(Decimals.text(LONG)).isEqualTo("12345678901234567890.12");
  }

  private static String measured(Scene scene, Map<String, Object> arguments)
      throws InterruptedException {
    Check.Result.Measured result = scene.measured(Scene.none("invalidValues", "v", arguments));
    return result.message();
  }

  @Test
  void sizesAndBucketsAreWholeNumbersOfAnyKind() throws Exception {
    try (Scene scene =
        new Scene("CREATE TABLE `lake`.`flights` (`v` VARCHAR)")
            .table(new Described().column("v", "string").table())) {
      assertThat(measured(scene, Map.of("maxLength", new BigInteger("99999999999999999999"))))
          .contains("maxLength 99999999999999999999");
      assertThat(
              scene.broken(
                  "invalidValues",
                  Map.of("column", "v", "mustBe", 0L, "arguments", Map.of("maxLength", 2.5))))
          .isEqualTo("maxLength: expected a whole number from 0, but found 2.5");
      assertThat(
              scene.one(
                  "distributionDrift",
                  Map.of(
                      "column",
                      "v",
                      "mustBe",
                      0L,
                      "arguments",
                      Map.of("buckets", new BigDecimal("20")))))
          .isInstanceOf(Check.Result.Skipped.class);
    }
  }

  @Test
  void absurdNumbersAreRefusedAndNotWrittenOut() throws Exception {
    try (Scene scene = new Scene()) {
      assertThat(scene.broken("rowCount", Map.of("mustBe", new BigDecimal("1E1000000000"))))
          .isEqualTo("mustBe: expected a number of up to 1000 digits, but found a longer one");
    }
    assertThat(Decimals.parse("1E-1000000000")).isEmpty();
    assertThat(Decimals.text(new BigDecimal("1E400"))).isEqualTo("1E+400");
  }
}
