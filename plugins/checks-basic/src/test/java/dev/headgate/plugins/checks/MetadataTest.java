package dev.headgate.plugins.checks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headgate.model.check.CheckSpec;
import dev.headgate.model.release.Finding.Evidence;
import dev.headgate.model.release.Finding.Source;
import dev.headgate.spi.Check;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What metadata tells exactly is not asked of the data: there is none here. */
class MetadataTest {
  private static final Evidence METADATA = new Evidence(Source.METADATA, true);

  private Scene scene;

  @BeforeEach
  void noTable() throws SQLException {
    scene = new Scene().table(described().table());
  }

  private static Described described() {
    return new Described()
        .column("delay", "long")
        .column("share", "double")
        .column("price", "decimal(9, 2)")
        .column("day", "date")
        .column("at", "timestamp")
        .column("zoned", "timestamptz")
        .column("tail", "string")
        .column("gone", "int")
        .rows(200)
        .nulls("tail", 50)
        .nulls("gone", 200)
        .bounds("delay", "-60", "500")
        .bounds("share", "0.25", "0.75")
        .bounds("price", "0.10", "9.90")
        .bounds("day", "2001-01-01", "2001-06-30")
        .bounds("at", "2001-01-01T00:00:00", "2001-06-30T23:59:00.5")
        .bounds("zoned", "2001-01-01T00:00:00+00:00", "2001-06-30T23:59:00+00:00");
  }

  @AfterEach
  void close() {
    scene.close();
  }

  static Stream<Arguments> answered() {
    return Stream.of(
        Arguments.of(rule("rowCount", Map.of()), "200"),
        Arguments.of(rule("nullValues", Map.of("column", "tail")), "50"),
        Arguments.of(rule("nullValues", Map.of("column", "TAIL")), "50"),
        Arguments.of(rule("nullValues", Map.of("column", "tail", "unit", "percent")), "25 %"),
        Arguments.of(
            rule(
                "missingValues",
                Map.of("column", "tail", "arguments", Map.of("missingValues", List.of()))),
            "50"),
        valid("delay", Map.of("minimum", -60L, "maximum", 500L)),
        valid("delay", Map.of("exclusiveMinimum", -61L, "exclusiveMaximum", 500.5)),
        valid("delay", Map.of("format", "i16")),
        valid("delay", Map.of("multipleOf", 1L)),
        valid("share", Map.of("minimum", 0.25)),
        valid("price", Map.of("minimum", 0.1, "maximum", 9.9)),
        valid("day", Map.of("minimum", "2001-01-01", "maximum", "2001-06-30")),
        valid("day", Map.of("exclusiveMaximum", "2001-07-01T00:00:00Z")),
        valid("at", Map.of("minimum", "2001-01-01", "maximum", "2001-06-30T23:59:00.5Z")),
        valid("zoned", Map.of("minimum", "2001-01-01T01:00:00+01:00")),
        valid("gone", Map.of("pattern", "x", "validValues", List.of(1L))),
        Arguments.of(rule("duplicateValues", Map.of("column", "gone")), "0"),
        Arguments.of(rule("freshness", Map.of("column", "day", "unit", "days")), "1.5 days"),
        Arguments.of(
            rule("freshness", Map.of("column", "zoned", "unit", "minutes")), "721 minutes"));
  }

  private static Arguments valid(String column, Map<String, Object> arguments) {
    return Arguments.of(
        rule("invalidValues", Map.of("column", column, "arguments", arguments)), "0");
  }

  private static CheckSpec rule(String type, Map<String, Object> settings) {
    Map<String, Object> all = new HashMap<>(settings);
    all.put("mustBeGreaterOrEqualTo", 0L);
    return Scene.rule(type, all);
  }

  @ParameterizedTest
  @MethodSource("answered")
  void needsNoQuery(CheckSpec rule, String shown) throws Exception {
    Check.Result.Measured result = scene.measured(rule);
    assertThat(result.shown()).isEqualTo(shown);
    assertThat(result.evidence()).isEqualTo(METADATA);
    assertThat(scene.asked()).isEmpty();
  }

  static Stream<CheckSpec> open() {
    return Stream.of(
        rule("nullValues", Map.of("column", "delay")),
        invalid("delay", Map.of("minimum", -59L)),
        invalid("delay", Map.of("maximum", 499L)),
        invalid("delay", Map.of("exclusiveMinimum", -60L)),
        invalid("delay", Map.of("exclusiveMaximum", 500L)),
        invalid("delay", Map.of("minimum", -60L, "pattern", "x")),
        invalid("delay", Map.of("multipleOf", 2L)),
        invalid("share", Map.of("maximum", 0.75)), // NaN is above any number
        invalid("day", Map.of("maximum", "2001-06-29")),
        invalid("at", Map.of("maximum", "2001-06-30T23:59:00Z")),
        invalid("tail", Map.of("minimum", "")),
        rule("duplicateValues", Map.of("column", "delay")),
        rule("freshness", Map.of("column", "tail")));
  }

  private static CheckSpec invalid(String column, Map<String, Object> arguments) {
    return rule("invalidValues", Map.of("column", column, "arguments", arguments));
  }

  @ParameterizedTest
  @MethodSource("open")
  void whatItDoesNotTellIsAsked(CheckSpec rule) throws Exception {
    assertThat(scene.one(rule)).isInstanceOf(Check.Result.Broken.class);
    assertThat(scene.asked()).hasSize(1);
  }

  @Test
  void allTogetherNeedNoQueryEither() throws Exception {
    List<CheckSpec> rules = new ArrayList<>();
    answered().forEach(a -> rules.add((CheckSpec) a.get()[0]));
    assertThat(scene.evaluate(rules)).allMatch(r -> r instanceof Check.Result.Measured);
    assertThat(scene.asked()).isEmpty();
  }

  @Test
  void onlyWhatIsOpenIsInTheScan() throws Exception {
    scene.queries.execute(
        "CREATE TABLE `lake`.`flights` (`delay` INT, `tail` VARCHAR)",
        "INSERT INTO `lake`.`flights` VALUES (1, 'a'), (NULL, NULL)");
    List<Check.Result> results =
        scene.evaluate(
            rule("rowCount", Map.of()),
            rule("nullValues", Map.of("column", "delay", "unit", "percent")),
            rule("nullValues", Map.of("column", "tail")));
    assertThat(scene.asked())
        .containsExactly("SELECT count(*) - count(`delay`) FROM `lake`.`flights`");
    assertThat(results)
        .extracting(r -> ((Check.Result.Measured) r).evidence().source())
        .containsExactly(Source.METADATA, Source.SCAN, Source.METADATA);
    assertThat(((Check.Result.Measured) results.get(1)).shown())
        .as("1 null, of 200 rows that metadata tells of")
        .isEqualTo("0.5 %");
  }

  @Test
  void anEmptyTableBreaksNoRule() throws Exception {
    scene.table(new Described().column("delay", "long").rows(0).table());
    assertThat(
            scene.evaluate(
                rule("nullValues", Map.of("column", "delay")),
                invalid("delay", Map.of("pattern", "x")),
                rule("duplicateValues", Map.of("column", "delay"))))
        .extracting(r -> ((Check.Result.Measured) r).shown())
        .containsOnly("0");
    assertThat(scene.asked()).isEmpty();
  }

  @Test
  void rowsBeforeAreKnownFromTheRuleThatCountedThem() throws Exception {
    scene.base("`lake`.`before`").earlier(Map.of("rowCount", BigDecimal.valueOf(160)));
    List<Check.Result> results =
        scene.evaluate(
            rule("rowCount", Map.of()), rule("rowCountChange", Map.of("unit", "percent")));
    Check.Result.Measured change = (Check.Result.Measured) results.get(1);
    assertThat(change.message())
        .isEqualTo("25 % change in rows, from 160 to 200, expected at least 0 %");
    assertThat(change.evidence()).isEqualTo(METADATA);
    assertThat(scene.asked()).isEmpty();
  }
}
