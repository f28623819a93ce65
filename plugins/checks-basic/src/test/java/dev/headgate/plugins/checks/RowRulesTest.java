package dev.headgate.plugins.checks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headgate.model.release.Finding.Evidence;
import dev.headgate.model.release.Finding.Source;
import dev.headgate.spi.Check;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RowRulesTest {
  private Scene scene;

  @BeforeEach
  void flights() throws SQLException {
    scene =
        new Scene(
            "CREATE TABLE `lake`.`flights` (`day` INT, `tail` VARCHAR, `a``b` INT)",
            "INSERT INTO `lake`.`flights` VALUES (1,'x',1),(1,'x',2),(1,'y',NULL),(2,'x',4),"
                + "(2,NULL,5),(2,NULL,6)",
            "CREATE TABLE `lake`.`none` (`day` INT)",
            "CREATE TABLE `lake`.`planes` (`id` VARCHAR, `since` INT)",
            "INSERT INTO `lake`.`planes` VALUES ('x', 1), ('z', 1), (NULL, 2)");
  }

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  void countsRows() throws Exception {
    Check.Result.Measured result = scene.measured("rowCount", Map.of("mustBeGreaterThan", 1000L));
    assertThat(result.passed()).isFalse();
    assertThat(result.value()).contains(BigDecimal.valueOf(6));
    assertThat(result.shown()).isEqualTo("6");
    assertThat(result.message()).isEqualTo("6 rows, expected greater than 1000");
    assertThat(result.evidence()).isEqualTo(new Evidence(Source.SCAN, true));
    assertThat(result.sample()).isEmpty();
    assertThat(scene.asked()).containsExactly("SELECT count(*) FROM `lake`.`flights`");
  }

  @Test
  void saysThatBoundsAreOutsideOfARange() throws Exception {
    assertThat(scene.measured("rowCount", Map.of("mustBeBetween", List.of(6L, 9L))).message())
        .isEqualTo("6 rows, expected strictly between 6 and 9");
    assertThat(scene.measured("rowCount", Map.of("mustNotBeBetween", List.of(5L, 7L))).message())
        .isEqualTo("6 rows, expected not strictly between 5 and 7");
  }

  @Test
  void rowsHaveNoPercentage() throws Exception {
    assertThat(scene.broken("rowCount", Map.of("mustBe", 1L, "unit", "percent")))
        .isEqualTo("unit: this metric is counted in rows only");
    assertThat(scene.broken("nullValues", Map.of("mustBe", 1L, "unit", "bananas", "column", "day")))
        .isEqualTo("unit: expected rows or percent, but found bananas");
  }

  @Test
  void countsNulls() throws Exception {
    assertThat(scene.measured("nullValues", Map.of("column", "tail", "mustBe", 0L)).message())
        .isEqualTo("2 nulls in tail, expected 0");
    Check.Result.Measured share =
        scene.measured(
            "nullValues", Map.of("property", "tail", "mustBeLessThan", 50L, "unit", "percent"));
    assertThat(share.message())
        .isEqualTo("about 33.333333 % (2 of 6 rows) nulls in tail, expected less than 50 %");
    assertThat(share.shown()).isEqualTo("33.333333 %");
    assertThat(share.value())
        .as("the count, so that it can be added to")
        .contains(BigDecimal.valueOf(2));
  }

  @Test
  void aColumnMayBeCalledAnything() throws Exception {
    assertThat(scene.measured("nullValues", Map.of("column", "a`b", "mustBe", 1L)).passed())
        .isTrue();
  }

  @Test
  void ofNoRowsThePercentageIsZero() throws Exception {
    scene.dataset("lake.none");
    Map<String, Object> settings = Map.of("column", "day", "mustBe", 0L, "unit", "percent");
    assertThat(scene.measured("nullValues", settings).passed()).isTrue();
    assertThat(scene.measured("duplicateValues", settings).passed()).isTrue();
  }

  @Test
  void nullAndWhatIsListedIsMissing() throws Exception {
    assertThat(missing("tail", "y").message()).isEqualTo("3 missing values in tail, expected 0");
    assertThat(missing("tail", null, "x").shown()).isEqualTo("5");
    assertThat(missing("tail", (Object) null).shown()).isEqualTo("2");
    assertThat(missing("day", 2L).shown()).isEqualTo("3");
    assertThat(missing("day", 2L, "N/A").shown()).isEqualTo("3");
    assertThat(scene.broken("missingValues", Map.of("column", "day", "mustBe", 0L)))
        .isEqualTo("it lists no values; expected arguments: {missingValues: […]}");
  }

  private Check.Result.Measured missing(String column, Object... values)
      throws InterruptedException {
    return scene.measured(
        Scene.none("missingValues", column, Map.of("missingValues", Arrays.asList(values))));
  }

  @Test
  void countsDuplicatesOfOneColumn() throws Exception {
    assertThat(scene.measured("duplicateValues", Map.of("column", "day", "mustBe", 4L)).message())
        .isEqualTo("4 duplicates in day, expected 4");
    assertThat(scene.measured("duplicateValues", Map.of("column", "tail", "mustBe", 2L)).passed())
        .isTrue();
    assertThat(
            scene
                .measured(
                    "duplicateValues",
                    Map.of("column", "tail", "mustBeLessOrEqualTo", 33.3, "unit", "percent"))
                .message())
        .isEqualTo("about 33.333333 % (2 of 6 rows) duplicates in tail, expected at most 33.3 %");
  }

  @Test
  void countsDuplicatesOfSeveralColumnsTogether() throws Exception {
    Map<String, Object> arguments = Map.of("properties", List.of("day", "tail"));
    assertThat(
            scene
                .measured("duplicateValues", Map.of("arguments", arguments, "mustBe", 1L))
                .message())
        .isEqualTo("1 duplicates in day, tail, expected 1");
  }

  @Test
  void countsRowsThatReferToNothing() throws Exception {
    Check.Result.Measured one = relationship(List.of("tail"), List.of("id"));
    assertThat(one.message()).isEqualTo("1 rows whose tail is not in lake.planes (id), expected 0");
    assertThat(one.evidence().source()).isEqualTo(Source.QUERY);
    assertThat(relationship(List.of("tail", "day"), List.of("id", "since")).shown())
        .as("y and (x, 2); a null refers to nothing")
        .isEqualTo("2");
    assertThat(
            scene.broken(
                "relationship",
                Map.of("mustBe", 0L, "arguments", relation(List.of("day"), List.of("a", "b")))))
        .startsWith("columns and properties: expected as many of the one as of the other");
  }

  private Check.Result.Measured relationship(List<String> columns, List<String> properties)
      throws InterruptedException {
    return scene.measured(
        "relationship", Map.of("mustBe", 0L, "arguments", relation(columns, properties)));
  }

  private static Map<String, Object> relation(List<String> columns, List<String> properties) {
    return Map.of("columns", columns, "dataset", "lake.planes", "properties", properties);
  }

  @Test
  void saysWhichColumnsItExpects() throws Exception {
    assertThat(scene.broken("nullValues", Map.of("mustBe", 0L)))
        .isEqualTo("it names no column; expected 'column'");
    assertThat(scene.broken("nullValues", Map.of("mustBe", 0L, "column", "a", "property", "b")))
        .isEqualTo("'column' and 'property' mean the same; expected one of them");
    assertThat(
            scene.broken(
                "duplicateValues",
                Map.of("mustBe", 0L, "column", "a", "arguments", Map.of("properties", List.of()))))
        .isEqualTo("expected either a column or arguments, not both");
    assertThat(
            scene.broken(
                "duplicateValues",
                Map.of("mustBe", 0L, "arguments", Map.of("properties", List.of()))))
        .isEqualTo("arguments: expected {properties: [column, …]}, but found {properties=[]}");
  }

  @Test
  void comparesWhatAQueryAnswers() throws Exception {
    String query = "SELECT min(n) FROM (SELECT count(*) AS n FROM {object} GROUP BY `day`) AS d";
    Check.Result.Measured result =
        scene.measured("sql", Map.of("query", query, "mustBeGreaterThan", 3L));
    assertThat(result.passed()).isFalse();
    assertThat(result.message()).isEqualTo("3, expected greater than 3");
    assertThat(result.evidence()).isEqualTo(new Evidence(Source.QUERY, true));
    assertThat(scene.asked().get(0)).contains("FROM `lake`.`flights` GROUP");
  }

  @Test
  void aQueryMayAnswerYesOrNoOrNothing() throws Exception {
    String flag = "SELECT count(*) > 5 FROM {object}";
    assertThat(scene.measured("sql", Map.of("query", flag, "mustBe", true)).passed()).isTrue();
    assertThat(scene.measured("sql", Map.of("query", flag, "mustBe", false)).passed()).isFalse();
    Check.Result.Measured nothing =
        scene
            .dataset("lake.none")
            .measured(
                "sql",
                Map.of(
                    "query",
                    "SELECT max({property}) FROM {object}",
                    "column",
                    "day",
                    "mustBeGreaterThan",
                    0L));
    assertThat(nothing.passed()).isFalse();
    assertThat(nothing.value()).isEmpty();
    assertThat(nothing.message()).isEqualTo("null, expected greater than 0");
  }

  @Test
  void anAnswerThatIsNotOneValueIsAnError() throws Exception {
    String where = "the query returned ";
    assertThat(sql("SELECT 1 FROM {object} WHERE 1 = 0"))
        .isEqualTo(
            where + "no row, expected exactly one: SELECT 1 FROM `lake`.`flights` WHERE 1 = 0");
    assertThat(sql("SELECT 1 FROM {object}"))
        .isEqualTo(
            where + "more than one row, expected exactly one: SELECT 1 FROM `lake`.`flights`");
    assertThat(sql("SELECT 1, 2")).isEqualTo(where + "2 columns, expected 1: SELECT 1, 2");
    assertThat(sql("SELECT 'x'"))
        .isEqualTo(where + "neither a number nor a truth value; expected a number, true or false");
    assertThat(sql("SELECT oops FROM {object}")).contains("oops");
  }

  private String sql(String query) throws InterruptedException {
    return scene.broken("sql", Map.of("query", query, "mustBe", 1L));
  }
}
