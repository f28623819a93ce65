package dev.headgate.plugins.checks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headgate.model.lake.TableDescription;
import dev.headgate.model.release.Finding;
import dev.headgate.spi.Check;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Which values each argument of {@code invalidValues} finds, on columns of each type. */
class ValidValuesTest {
  private static final String EMAILS = "'ana@example.org', 'ben@', '@', 'a b@example.org'";
  private static final String ADDRESSES = "'::1', '2001:db8::8:800:200c:417a', '1:2', ':::', 'g::'";

  static Stream<Arguments> cases() {
    return Stream.of(
        of("INT", "long", "1, 2, 3, NULL", Map.of("validValues", List.of(1L, 3L)), "2"),
        of("INT", "long", "1, 2, NULL", Map.of("validValues", Arrays.asList(1L, null)), "2"),
        of("INT", "long", "1, 2, NULL", Map.of("validValues", List.of("1", 1.5)), "2"),
        of("INT", "long", "1, NULL", Map.of("validValues", List.of(1.5)), "1"),
        of("VARCHAR", "string", "'kg', 'it''s', 'a\\b'", valid("kg", "it's", "a\\b"), ""),
        of("VARCHAR", "string", "'kg', 'lb', NULL", valid("kg"), "lb"),
        of("VARCHAR", "string", "'1', '2'", Map.of("validValues", List.of(1L)), "2"),
        of("BOOLEAN", "boolean", "TRUE, FALSE", Map.of("validValues", List.of(true)), "false"),
        of("DATE", "date", "'2001-01-01', '2001-01-02'", valid("2001-01-01"), "2001-01-02"),
        of("VARCHAR", "string", "'a1', 'xa1', '1', NULL", Map.of("pattern", "^a\\d$"), "xa1, 1"),
        of("VARCHAR", "string", "'a1', 'xa1', '1'", Map.of("pattern", "a"), "1"),
        of("VARCHAR", "string", "'AB', 'AB' || CHAR(10)", Map.of("pattern", "^[A-Z]{2}$"), "AB\n"),
        of("INT", "int", "12, 7", Map.of("pattern", "^..$"), "7"),
        of("INT", "int", "-1, 0, 1, NULL", Map.of("minimum", 0L), "-1"),
        of("INT", "int", "-1, 0, 1", Map.of("maximum", 0L), "1"),
        of("INT", "int", "-1, 0, 1", Map.of("exclusiveMinimum", 0L), "-1, 0"),
        of("INT", "int", "-1, 0, 1", Map.of("exclusiveMaximum", 0L), "0, 1"),
        of("INT", "int", "0, 1", Map.of("minimum", 0L, "exclusiveMinimum", true), "0"),
        of("INT", "int", "0, 1", Map.of("maximum", 1L, "exclusiveMaximum", false), ""),
        of("INT", "int", "-5, 0, 5", Map.of("minimum", 0L, "maximum", 4L), "-5, 5"),
        of("DECIMAL(9,2)", "decimal(9, 2)", "0.1, 0.2", Map.of("minimum", 0.15), "0.10"),
        of("DATE", "date", "'2001-06-30', '2001-07-01'", max("2001-06-30"), "2001-07-01"),
        of("DATE", "date", "'2001-06-30', '2001-07-01'", max("2001-06-30T00:00:00Z"), "2001-07-01"),
        of(
            "TIMESTAMP",
            "timestamp",
            "'2001-06-30 10:00:00', '2001-06-30 13:00:00'",
            max("2001-06-30T12:00:00Z"),
            "2001-06-30T13:00"),
        of(
            "TIMESTAMP WITH TIME ZONE",
            "timestamptz",
            "'2001-06-30 10:00:00Z', '2001-06-30 13:00:00Z'",
            max("2001-06-30T13:00:00+02:00"),
            "2001-06-30T13:00:00Z"),
        of("VARCHAR", "string", "'a', 'bb', 'ccc', NULL", Map.of("minLength", 2L), "a"),
        of("VARCHAR", "string", "'a', 'bb', 'ccc', NULL", Map.of("maxLength", 2L), "ccc"),
        of("INT", "int", "0, 5, 7, -10", Map.of("multipleOf", 5L), "7"),
        of("DECIMAL(9,2)", "decimal(9, 2)", "0.30, 0.25", Map.of("multipleOf", 0.1), "0.25"),
        of("DOUBLE", "double", "0.3, 0.25", Map.of("multipleOf", 0.1), "0.25"),
        of("VARCHAR", "string", EMAILS, format("email"), "@, a b@example.org, ben@"),
        of("VARCHAR", "string", "'123e4567-e89b-12d3-a456-426614174000', 'x'", format("uuid"), "x"),
        of("VARCHAR", "string", "'s3://a/b', 'mailto:a', '/b'", format("uri"), "/b"),
        of("VARCHAR", "string", "'a.example', '-a', 'a..b'", format("hostname"), "-a, a..b"),
        of(
            "VARCHAR",
            "string",
            "'127.0.0.1', '256.0.0.1', '1.2.3'",
            format("ipv4"),
            "1.2.3, 256.0.0.1"),
        of("VARCHAR", "string", ADDRESSES, format("ipv6"), "1:2, :::, g::"),
        of("VARCHAR", "string", "'YQ==', 'YWI=', 'Y'", format("byte"), "Y"),
        of(
            "VARCHAR",
            "string",
            "'2001-06-30', '2001-13-30', '30.06.2001'",
            format("yyyy-MM-dd"),
            "2001-13-30, 30.06.2001"),
        of("VARCHAR", "string", "'30.06.2001', '30x06x2001'", format("dd.MM.yyyy"), "30x06x2001"),
        of(
            "VARCHAR",
            "string",
            "'2001-06-30T23:59:59.123Z', '2001-06-30'",
            format("yyyy-MM-dd'T'HH:mm:ss.SSSX"),
            "2001-06-30"),
        of("INT", "int", "-129, -128, 127, 128", format("i8"), "-129, 128"),
        of("INT", "int", "-1, 65535, 65536", format("u16"), "-1, 65536"),
        of("INT ARRAY", "list", "ARRAY[1], ARRAY[1,2], NULL", Map.of("minItems", 2L), "[1]"),
        of("INT ARRAY", "list", "ARRAY[1], ARRAY[1,2]", Map.of("maxItems", 1L), "[1, 2]"),
        of("INT ARRAY", "list", "ARRAY[1,1], ARRAY[1,2]", Map.of("uniqueItems", true), "[1, 1]"));
  }

  @ParameterizedTest
  @CsvSource({
    "email, ana@example.org",
    "uuid, 123e4567-e89b-12d3-a456-426614174000",
    "uri, s3://a/b",
    "hostname, a.example",
    "ipv4, 127.0.0.1",
    "ipv6, ::1",
    "byte, YQ==",
    "date, 2001-06-30",
    "time, 23:59:59",
    "dd.MM.yyyy, 30.06.2001",
  })
  void noFormatLetsALineEnd(String format, String text) throws Exception {
    try (Scene scene =
        new Scene(
                "CREATE TABLE `lake`.`flights` (`v` VARCHAR)",
                "INSERT INTO `lake`.`flights` VALUES ('" + text + "')")
            .table(new Described().column("v", "string").table())) {
      assertThat(count(scene, "v", format(format))).isEqualTo("0");
      scene.queries.execute("INSERT INTO `lake`.`flights` VALUES ('" + text + "' || CHAR(10))");
      assertThat(count(scene, "v", format(format))).isEqualTo("1");
    }
  }

  @Test
  void aBoundWithoutAZoneIsShownAsItIsCompared() throws Exception {
    try (Scene scene =
        new Scene(
                "CREATE TABLE `lake`.`flights` (`at` TIMESTAMP, `zoned` TIMESTAMP WITH TIME ZONE)",
                "INSERT INTO `lake`.`flights` VALUES ('2001-12-31 23:59:59.999999', NULL)")
            .table(
                new Described().column("at", "timestamp").column("zoned", "timestamptz").table())) {
      for (String bound : List.of("2001-12-31T23:59:59.999998", "2001-12-31T23:59:59.999998Z")) {
        assertThat(scene.measured(Scene.none("invalidValues", "at", max(bound))).message())
            .isEqualTo(
                "1 invalid values in at (valid: maximum 2001-12-31T23:59:59.999998), expected 0");
        assertThat(scene.measured(Scene.none("invalidValues", "zoned", max(bound))).message())
            .contains("maximum " + bound + ")");
      }
    }
  }

  private static Map<String, Object> valid(String... values) {
    return Map.of("validValues", List.of(values));
  }

  private static Map<String, Object> max(String bound) {
    return Map.of("maximum", bound);
  }

  private static Map<String, Object> format(String format) {
    return Map.of("format", format);
  }

  private static Arguments of(
      String sql, String iceberg, String values, Map<String, Object> arguments, String invalid) {
    return Arguments.of(sql, iceberg, values, arguments, invalid);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void findsInvalidValues(
      String sql, String iceberg, String values, Map<String, Object> arguments, String invalid)
      throws Exception {
    TableDescription known = new Described().column("v", iceberg).table();
    List<String> statements = new ArrayList<>();
    statements.add("CREATE TABLE `lake`.`flights` (`v` " + sql + ")");
    for (String value : values.split(", ", -1)) {
      statements.add("INSERT INTO `lake`.`flights` VALUES (" + value + ")");
    }
    try (Scene scene = new Scene(statements.toArray(String[]::new)).table(known)) {
      Check.Result.Measured result = scene.measured(Scene.none("invalidValues", "v", arguments));
      List<String> found =
          result.sample().map(Finding.Sample::rows).orElse(List.of()).stream()
              .map(row -> row.get(0))
              .toList();
      List<String> expected =
          invalid.isEmpty() ? List.of() : List.of(invalid.split(", (?!\\d\\])"));
      assertThat(found).as(result.message()).containsExactlyInAnyOrderElementsOf(expected);
      assertThat(result.shown()).isEqualTo(Integer.toString(expected.size()));
    }
  }

  @Test
  void withoutKnowingTheTypeTheSameIsFound() throws Exception {
    String flights = "CREATE TABLE `lake`.`flights` (`n` INT, `t` VARCHAR, `b` BOOLEAN, `d` DATE)";
    String rows =
        "INSERT INTO `lake`.`flights` VALUES (1, 'a', TRUE, '2001-01-01'),"
            + " (2, 'b', FALSE, '2001-01-02'), (NULL, NULL, NULL, NULL)";
    try (Scene scene = new Scene(flights, rows)) {
      assertThat(count(scene, "n", Map.of("validValues", List.of(1L)))).isEqualTo("1");
      assertThat(count(scene, "n", Map.of("validValues", List.of(1L, "x")))).isEqualTo("1");
      assertThat(count(scene, "t", Map.of("validValues", List.of("a")))).isEqualTo("1");
      assertThat(count(scene, "b", Map.of("validValues", List.of(true)))).isEqualTo("1");
      assertThat(count(scene, "n", Map.of("minimum", 2L))).isEqualTo("1");
      assertThat(count(scene, "d", Map.of("minimum", "2001-01-02"))).isEqualTo("1");
      assertThat(count(scene, "n", Map.of("format", "i8"))).isEqualTo("0");
      assertThat(count(scene, "t", Map.of("pattern", "^a$"))).isEqualTo("1");
      assertThat(count(scene, "n", Map.of("multipleOf", 2L))).isEqualTo("1");
      assertThat(count(scene, "t", Map.of("minLength", 2L))).isEqualTo("2");
    }
  }

  private static String count(Scene scene, String column, Map<String, Object> arguments)
      throws InterruptedException {
    return scene.measured(Scene.none("invalidValues", column, arguments)).shown();
  }

  @Test
  void aFormatThatTakesTwoBoundsIsSaidOnce() throws Exception {
    TableDescription known = new Described().column("n", "int").table();
    try (Scene scene = new Scene("CREATE TABLE `lake`.`flights` (`n` INT)").table(known)) {
      assertThat(scene.measured(Scene.none("invalidValues", "n", Map.of("format", "i8"))).message())
          .contains("(valid: format i8)");
    }
  }

  @Test
  void whatCannotBeCheckedIsSkippedAndSaid() throws Exception {
    TableDescription known =
        new Described().column("t", "string").column("d", "date").column("n", "double").table();
    try (Scene scene = new Scene("CREATE TABLE `lake`.`flights` (`t` VARCHAR)").table(known)) {
      assertThat(scene.one(Scene.none("invalidValues", "t", Map.of("format", "password"))))
          .isEqualTo(new Check.Result.Skipped("the format password is not checked"));
      assertThat(scene.one(Scene.none("invalidValues", "d", Map.of("format", "yyyy-MM-dd"))))
          .isEqualTo(new Check.Result.Skipped("the format yyyy-MM-dd is not checked"));
      assertThat(scene.one(Scene.none("invalidValues", "n", Map.of("format", "f64"))))
          .isEqualTo(new Check.Result.Skipped("the format f64 is not checked"));
      assertThat(scene.one(Scene.none("invalidValues", "d", Map.of("timezone", true))))
          .isEqualTo(new Check.Result.Skipped("the timezone is not checked"));
      assertThat(
              scene
                  .measured(
                      Scene.none(
                          "invalidValues", "t", Map.of("format", "YYYY-MM", "maxLength", 7L)))
                  .message())
          .isEqualTo(
              "0 invalid values in t (valid: maxLength 7), expected 0 (the format YYYY-MM is not"
                  + " checked)");
    }
  }

  @Test
  void fieldsOfObjectsAreChecked() throws Exception {
    TableDescription known =
        new Described()
            .column(
                "o",
                "struct",
                new TableDescription.Field("a", "string", false, List.of()),
                new TableDescription.Field("b", "int", false, List.of()))
            .column("m", "map")
            .table();
    try (Scene scene = new Scene().table(known)) {
      assertThat(asked(scene, "o", Map.of("minProperties", 1L)))
          .contains(
              "(CASE WHEN `o`.`a` IS NULL THEN 0 ELSE 1 END + CASE WHEN `o`.`b` IS NULL THEN 0"
                  + " ELSE 1 END) < 1");
      assertThat(asked(scene, "o", Map.of("required", List.of("A")))).contains("`o`.`a` IS NULL");
      assertThat(asked(scene, "o.b", Map.of("minimum", 1L))).contains("`o`.`b` < 1");
      assertThat(asked(scene, "m", Map.of("maxProperties", 3L))).contains("cardinality(`m`) > 3");
      assertThat(asked(scene, "m", Map.of("required", List.of("k"))))
          .contains("NOT map_contains_key(`m`, 'k')");
    }
  }

  /** H2 has no such columns: what is asked of Spark. */
  private static String asked(Scene scene, String column, Map<String, Object> arguments)
      throws InterruptedException {
    scene.one(Scene.none("invalidValues", column, arguments));
    return scene.asked().get(0);
  }
}
