package dev.headgate.plugins.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headgate.model.check.CheckSpec;
import dev.headgate.model.product.DatasetName;
import dev.headgate.spi.CatalogAccess;
import dev.headgate.spi.Check;
import dev.headgate.spi.CheckFactory;
import dev.headgate.spi.Plugin;
import dev.headgate.spi.PluginContext;
import dev.headgate.spi.PluginException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BasicChecksTest {
  private static final Plugin PLUGIN = ServiceLoader.load(Plugin.class).findFirst().orElseThrow();

  private JdbcQueries queries;

  @BeforeEach
  void flights() throws SQLException {
    queries = new JdbcQueries();
    queries.execute(
        "CREATE SCHEMA `operations`",
        "CREATE TABLE `operations`.`flights` (`day` INT, `tail` VARCHAR, `a``b` INT)",
        "INSERT INTO `operations`.`flights` VALUES (1,'x',1),(1,'x',2),(1,'y',NULL),(2,'x',4),"
            + "(2,NULL,5),(2,NULL,6)",
        "CREATE TABLE `operations`.`none` (`day` INT)");
  }

  @AfterEach
  void close() {
    queries.close();
  }

  @Test
  void countsRows() throws Exception {
    Got outcome = evaluate("rowCount", Map.of("mustBeGreaterThan", 1000L));
    assertThat(outcome)
        .isEqualTo(new Got(false, Optional.of("6"), "6 rows, expected greater than 1000"));
    assertThat(evaluate("rowCount", Map.of("mustBe", 6L)).passed()).isTrue();
    assertThat(queries.asked().get(0)).isEqualTo("SELECT count(*) FROM `operations`.`flights`");
  }

  @Test
  void rowsHaveNoPercentage() {
    refused(
        "rowCount",
        Map.of("mustBe", 1L, "unit", "percent"),
        "unit: this metric is counted in rows only");
    refused(
        "rowCount",
        Map.of("mustBe", 1L, "unit", "bananas"),
        "unit: expected rows or percent, but found bananas");
  }

  @Test
  void countsNulls() throws Exception {
    assertThat(evaluate("nullValues", Map.of("column", "tail", "mustBe", 0L)))
        .isEqualTo(new Got(false, Optional.of("2"), "2 nulls in tail, expected 0"));
    assertThat(
            evaluate(
                "nullValues", Map.of("property", "tail", "mustBeLessThan", 50L, "unit", "percent")))
        .isEqualTo(
            new Got(
                true,
                Optional.of("33.333333 %"),
                "33.333333 % nulls in tail, expected less than 50 %"));
  }

  @Test
  void aColumnMayBeCalledAnything() throws Exception {
    assertThat(evaluate("nullValues", Map.of("column", "a`b", "mustBe", 1L)).passed()).isTrue();
  }

  @Test
  void ofNoRowsThePercentageIsZero() throws Exception {
    Map<String, Object> settings = Map.of("column", "day", "mustBe", 0L, "unit", "percent");
    assertThat(evaluate("nullValues", settings, "operations.none").passed()).isTrue();
    assertThat(evaluate("duplicateValues", settings, "operations.none").passed()).isTrue();
  }

  @Test
  void countsDuplicatesOfOneColumn() throws Exception {
    assertThat(evaluate("duplicateValues", Map.of("column", "day", "mustBe", 4L)).message())
        .isEqualTo("4 duplicates in day, expected 4");
    assertThat(evaluate("duplicateValues", Map.of("column", "tail", "mustBe", 2L)).passed())
        .isTrue();
    assertThat(
            evaluate(
                    "duplicateValues",
                    Map.of("column", "tail", "mustBeLessOrEqualTo", 33.3, "unit", "percent"))
                .passed())
        .isFalse();
  }

  @Test
  void countsDuplicatesOfSeveralColumnsTogether() throws Exception {
    Map<String, Object> arguments = Map.of("properties", List.of("day", "tail"));
    assertThat(evaluate("duplicateValues", Map.of("arguments", arguments, "mustBe", 1L)).message())
        .isEqualTo("1 duplicates in day, tail, expected 1");
  }

  @Test
  void saysWhichColumnsItExpects() {
    refused("nullValues", Map.of("mustBe", 0L), "it names no column; expected 'column'");
    refused(
        "nullValues",
        Map.of("mustBe", 0L, "column", "a", "property", "b"),
        "'column' and 'property' mean the same; expected one of them");
    refused(
        "duplicateValues",
        Map.of("mustBe", 0L, "column", "a", "arguments", Map.of("properties", List.of("b"))),
        "expected either a column or arguments, not both");
    refused(
        "duplicateValues",
        Map.of("mustBe", 0L, "arguments", Map.of("properties", List.of())),
        "arguments: expected {properties: [column, …]}, but found {properties=[]}");
  }

  @Test
  void comparesWhatAQueryAnswers() throws Exception {
    String query = "SELECT min(n) FROM (SELECT count(*) AS n FROM {object} GROUP BY `day`) AS d";
    assertThat(evaluate("sql", Map.of("query", query, "mustBeGreaterThan", 3L)))
        .isEqualTo(new Got(false, Optional.of("3"), "3, expected greater than 3"));
    assertThat(queries.asked().get(0)).contains("FROM `operations`.`flights` GROUP");
  }

  @Test
  void aQueryMayAnswerYesOrNoOrNothing() throws Exception {
    String flag = "SELECT count(*) > 5 FROM {object}";
    assertThat(evaluate("sql", Map.of("query", flag, "mustBe", true)).passed()).isTrue();
    assertThat(evaluate("sql", Map.of("query", flag, "mustBe", false)).passed()).isFalse();
    assertThat(
            evaluate(
                "sql",
                Map.of(
                    "query",
                    "SELECT max({property}) FROM {object}",
                    "column",
                    "day",
                    "mustBeGreaterThan",
                    0L),
                "operations.none"))
        .isEqualTo(new Got(false, Optional.of("null"), "null, expected greater than 0"));
  }

  @Test
  void anAnswerThatIsNotOneValueIsAnError() {
    String where = "the query returned ";
    refused(
        "sql",
        Map.of("query", "SELECT 1 FROM {object} WHERE 1 = 0", "mustBe", 1L),
        where + "no row, expected exactly one: SELECT 1 FROM `operations`.`flights` WHERE 1 = 0");
    refused(
        "sql",
        Map.of("query", "SELECT 1 FROM {object}", "mustBe", 1L),
        where + "more than one row, expected exactly one: SELECT 1 FROM `operations`.`flights`");
    refused(
        "sql",
        Map.of("query", "SELECT 1, 2", "mustBe", 1L),
        where + "2 columns, expected 1: SELECT 1, 2");
    refused(
        "sql",
        Map.of("query", "SELECT 'x'", "mustBe", 1L),
        where + "'x'; expected a number, true or false");
  }

  @Test
  void aQueryThatFailsIsAnErrorWithTheEnginesWords() {
    Map<String, Object> settings = Map.of("query", "SELECT oops FROM {object}", "mustBe", 1L);
    assertThatThrownBy(() -> evaluate("sql", settings))
        .isInstanceOf(PluginException.class)
        .hasMessageContaining("oops");
  }

  @Test
  void hasNoConfiguration() {
    PluginContext context = new PluginContext(Map.of("colour", "red"), Path.of("."), Path.of("."));
    assertThat(PLUGIN.checks()).hasSize(1);
    for (CheckFactory factory : PLUGIN.checks()) {
      assertThatThrownBy(() -> factory.create(context))
          .isInstanceOf(PluginException.class)
          .hasMessage("unknown configuration: [colour]; the basic checks have none");
    }
  }

  private void refused(String type, Map<String, Object> settings, String message) {
    assertThatThrownBy(() -> evaluate(type, settings))
        .isInstanceOf(PluginException.class)
        .hasMessage(message);
  }

  private Got evaluate(String type, Map<String, Object> settings) throws InterruptedException {
    return evaluate(type, settings, "operations.flights");
  }

  private Got evaluate(String type, Map<String, Object> settings, String dataset)
      throws InterruptedException {
    CheckFactory factory = PLUGIN.checks().get(0);
    Check check = factory.create(new PluginContext(Map.of(), Path.of("."), Path.of(".")));
    Check.Result result =
        check
            .evaluate(
                new Check.Request(
                    DatasetName.parse(dataset),
                    List.of(
                        new CheckSpec(
                            "one", type, new HashMap<>(settings), CheckSpec.Severity.ERROR)),
                    new CatalogAccess("http://127.0.0.1/iceberg", "release-1", "t"),
                    queries,
                    Optional.empty(),
                    Optional.empty(),
                    Map.of(),
                    Set.of(),
                    Instant.EPOCH,
                    Duration.ofSeconds(5)))
            .get(0);
    if (result instanceof Check.Result.Broken broken) {
      throw new PluginException(broken.message());
    }
    Check.Result.Measured measured = (Check.Result.Measured) result;
    return new Got(measured.passed(), Optional.of(measured.shown()), measured.message());
  }

  private record Got(boolean passed, Optional<String> shown, String message) {}
}
