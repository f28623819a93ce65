package dev.headgate.plugins.checks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headgate.model.release.Finding.Evidence;
import dev.headgate.model.release.Finding.Source;
import dev.headgate.spi.Check;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChangesTest {
  private Scene scene;

  @BeforeEach
  void twoStates() throws SQLException {
    String columns =
        " (`n` INT, `d` DOUBLE, `t` VARCHAR, `b` BOOLEAN, `day` DATE, `z` TIMESTAMP WITH TIME ZONE";
    scene =
        new Scene(
                "CREATE TABLE `lake`.`before`" + columns + ")",
                "CREATE TABLE `lake`.`flights`" + columns + ", `added` INT)")
            .base("`lake`.`before`");
  }

  @AfterEach
  void close() {
    scene.close();
  }

  private void before(String rows) throws SQLException {
    scene.queries.execute("INSERT INTO `lake`.`before` " + rows);
  }

  private void now(String rows) throws SQLException {
    scene.queries.execute("INSERT INTO `lake`.`flights` " + rows);
  }

  /** The numbers 1 to 100, or some of them. */
  private static String numbers(String condition) {
    return "(`n`, `d`, `t`, `b`) SELECT x, x / 4.0, CASE WHEN x <= 50 THEN 'a' WHEN x <= 80 THEN"
        + " 'b' ELSE 'c' || x END, x > 50 FROM system_range(1, 100) AS r(x) WHERE "
        + condition;
  }

  @ParameterizedTest
  @ValueSource(strings = {"rowCountChange", "nullShareChange", "distributionDrift"})
  void withoutAReleaseBeforeThereIsNothingToCompareWith(String type) throws Exception {
    try (Scene first = new Scene("CREATE TABLE `lake`.`flights` (`n` INT)")) {
      assertThat(first.one(type, Map.of("column", "n", "mustBe", 0L)))
          .isEqualTo(new Check.Result.Skipped("there is no state before it to compare with"));
    }
  }

  @Test
  void rowsMayBecomeFewer() throws Exception {
    before(numbers("1 = 1"));
    now(numbers("x <= 75"));
    Check.Result.Measured rows = scene.measured("rowCountChange", Map.of("mustBe", 0L));
    assertThat(rows.message()).isEqualTo("-25 change in rows, from 100 to 75, expected 0");
    assertThat(rows.value()).contains(BigDecimal.valueOf(-25));
    assertThat(rows.evidence()).isEqualTo(new Evidence(Source.SCAN, true));
    assertThat(
            scene
                .measured("rowCountChange", Map.of("mustBeGreaterThan", -10L, "unit", "percent"))
                .message())
        .isEqualTo("-25 % change in rows, from 100 to 75, expected greater than -10 %");
  }

  @Test
  void ofNoRowsBeforeThereIsNoShare() throws Exception {
    now(numbers("x = 1"));
    assertThat(scene.one("rowCountChange", Map.of("mustBe", 0L, "unit", "percent")))
        .isEqualTo(
            new Check.Result.Skipped("there were no rows before, so there is no share of them"));
    assertThat(scene.measured("rowCountChange", Map.of("mustBe", 1L)).passed()).isTrue();
    assertThat(scene.one("nullShareChange", Map.of("column", "n", "mustBe", 0L)))
        .isEqualTo(
            new Check.Result.Skipped("there were no rows before, so there was no share of them"));
  }

  @Test
  void nullsAreComparedByTheirShare() throws Exception {
    before("(`t`) VALUES ('a'), ('a'), (NULL), ('a')");
    now("(`t`) VALUES ('a'), (NULL)");
    assertThat(
            scene
                .measured("nullShareChange", Map.of("column", "t", "mustBeLessThan", 10L))
                .message())
        .isEqualTo(
            "25 percentage points more nulls in t, from 25 % to 50 %, expected less than 10");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nullShareChange", "distributionDrift"})
  void aNewColumnHasNothingToCompareWith(String type) throws Exception {
    before(numbers("1 = 1"));
    now("(`added`) VALUES (1)");
    assertThat(scene.one(type, Map.of("column", "added", "mustBe", 0L)))
        .isEqualTo(
            new Check.Result.Skipped("the column added is new: there is nothing to compare with"));
    assertThat(scene.broken(type, Map.of("column", "oops", "mustBe", 0L))).contains("oops");
  }

  @ParameterizedTest
  @CsvSource({"n, 0.5, false", "d, 0.5, false", "b, 0.5, true", "t, 0.5, true"})
  void driftIsTheShareThatMoved(String column, String distance, boolean exact) throws Exception {
    before(numbers("1 = 1"));
    now(numbers("x <= 50"));
    Check.Result.Measured result =
        scene.measured("distributionDrift", Map.of("column", column, "mustBeLessThan", 0.1));
    assertThat(result.shown()).isEqualTo(distance);
    assertThat(result.passed()).isFalse();
    assertThat(result.evidence()).isEqualTo(new Evidence(Source.QUERY, exact));
    assertThat(result.message())
        .isEqualTo(
            distance
                + " total variation distance of "
                + column
                + " from before, expected less than 0.1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"n", "d", "b", "t"})
  void whatDidNotMoveHasNoDistanceAndWhatIsElsewhereAllOfIt(String column) throws Exception {
    Map<String, Object> settings = Map.of("column", column, "mustBe", 0L);
    before(numbers("1 = 1"));
    now(numbers("1 = 1"));
    assertThat(scene.measured("distributionDrift", settings).shown()).isEqualTo("0");
    scene.queries.execute(
        "DELETE FROM `lake`.`flights`", "INSERT INTO `lake`.`flights` (`day`) VALUES (NULL)");
    assertThat(scene.measured("distributionDrift", settings).shown())
        .as("all are null now")
        .isEqualTo("1");
  }

  @Test
  void theNumberOfBucketsCanBeChosen() throws Exception {
    before(numbers("1 = 1"));
    now(numbers("x <= 5"));
    assertThat(drift(2L)).isEqualTo("0.5");
    assertThat(new BigDecimal(drift(20L))).isGreaterThan(new BigDecimal("0.9"));
  }

  private String drift(long buckets) throws InterruptedException {
    return scene
        .measured(
            "distributionDrift",
            Map.of("column", "n", "mustBe", 0L, "arguments", Map.of("buckets", buckets)))
        .shown();
  }

  @Test
  void withoutRowsThereIsNoDistance() throws Exception {
    before(numbers("1 = 1"));
    Check.Result.Measured result =
        scene.measured("distributionDrift", Map.of("column", "n", "mustBeLessThan", 1L));
    assertThat(result.passed()).isFalse();
    assertThat(result.value()).isEmpty();
    assertThat(result.message())
        .isEqualTo(
            "null distance of n from before, as one of both has no rows, expected less than 1");
  }

  @Test
  void datesHaveNoDistance() throws Exception {
    assertThat(scene.broken("distributionDrift", Map.of("column", "day", "mustBe", 0L)))
        .isEqualTo("expected a column of numbers, texts, or true and false, but day is none");
    scene.table(new Described().column("day", "date").table());
    assertThat(scene.broken("distributionDrift", Map.of("column", "day", "mustBe", 0L)))
        .isEqualTo(
            "distributionDrift: expected a column of numbers, texts, or true and false, but day is"
                + " of type date");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "day, DATE '2001-06-30', 36 hours",
        "z, TIMESTAMP WITH TIME ZONE '2001-07-01 11:30:00+02:00', 2.5 hours",
        "z, TIMESTAMP WITH TIME ZONE '2001-07-01 13:00:00+00:00', -1 hours",
        "t, '2001-07-01 06:00:00', 6 hours",
        "t, '2001-07-01T06:00:00Z', 6 hours",
        "t, '2001-07-01', 12 hours",
      })
  void agesAreMeasuredFromTheNewestValue(String column, String value, String age) throws Exception {
    now("(`" + column + "`) VALUES (" + value + "), (NULL)");
    Check.Result.Measured result =
        scene.measured("freshness", Map.of("column", column, "mustBeLessThan", 1L));
    assertThat(result.message())
        .isEqualTo(age + " since the newest value of " + column + ", expected less than 1 hours");
    assertThat(result.evidence()).isEqualTo(new Evidence(Source.SCAN, true));
  }

  @Test
  void withoutAnyValueNothingIsFresh() throws Exception {
    Check.Result.Measured result =
        scene.measured("freshness", Map.of("column", "day", "mustBeLessThan", 99L));
    assertThat(result.passed()).isFalse();
    assertThat(result.message())
        .isEqualTo("null since the newest value of day, expected less than 99 hours");
    now("(`t`) VALUES ('x')");
    assertThat(scene.broken("freshness", Map.of("column", "t", "mustBeLessThan", 99L)))
        .isEqualTo(
            "the greatest value of t is neither a date nor a time; expected one in ISO 8601");
  }
}
