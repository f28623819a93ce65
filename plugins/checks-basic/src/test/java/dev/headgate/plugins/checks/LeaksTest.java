package dev.headgate.plugins.checks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headgate.spi.Check;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Why a rule could not be evaluated is told without any value of the data. */
class LeaksTest {
  private static final String VALUE = "classified-zoe";

  @Test
  void whatIsNoDateIsNotQuoted() throws Exception {
    try (Scene scene =
        new Scene(
            "CREATE TABLE `lake`.`flights` (`secret` VARCHAR)",
            "INSERT INTO `lake`.`flights` VALUES ('" + VALUE + "')")) {
      assertThat(scene.broken("freshness", Map.of("column", "secret", "mustBeLessThan", 9L)))
          .isEqualTo(
              "the greatest value of secret is neither a date nor a time; expected one in ISO"
                  + " 8601");
    }
  }

  @Test
  void whatFailsUnexpectedlyIsToldByItsName() throws Exception {
    String last = "+999999999-12-31T00:00:00";
    try (Scene scene =
        new Scene()
            .table(
                new Described()
                    .column("at", "timestamp")
                    .rows(1)
                    .bounds("at", last, last)
                    .table())) {
      assertThat(scene.broken("freshness", Map.of("column", "at", "mustBeLessThan", 9L)))
          .isEqualTo("it failed: java.lang.ArithmeticException");
    }
  }

  @Test
  void valuesOfBeforeAreNotQuotedWhereTheTypeIsAnotherNow() throws Exception {
    try (Scene scene =
        new Scene(
                "CREATE TABLE `lake`.`before` (`secret` VARCHAR)",
                "INSERT INTO `lake`.`before` VALUES ('" + VALUE + "')",
                "CREATE TABLE `lake`.`flights` (`secret` INT)",
                "INSERT INTO `lake`.`flights` VALUES (1)")
            .base("`lake`.`before`")) {
      assertThat(scene.broken("distributionDrift", Map.of("column", "secret", "mustBe", 0L)))
          .isEqualTo(
              "the values of secret could not be counted as those before were: its type was"
                  + " CHARACTER VARYING, and is INTEGER");
    }
  }

  @Test
  void familiarTextsAreNotQuotedWhereTheTimeIsOver() throws Exception {
    try (Scene scene =
        new Scene(
                "CREATE TABLE `lake`.`flights` (`n` INT, `secret` VARCHAR)",
                "INSERT INTO `lake`.`flights` VALUES (1, '" + VALUE + "')")
            .table(
                new Described()
                    .column("n", "int")
                    .column("gone", "int")
                    .column("secret", "string")
                    .rows(600_000)
                    .table())
            .timeout(Duration.ZERO)) {
      List<Check.Result> results =
          scene.evaluate(
              Scene.none("invalidValues", "secret", Map.of("pattern", "^classified")),
              Scene.none("invalidValues", "gone", Map.of("minimum", 1L)));
      assertThat(scene.asked()).anyMatch(sql -> sql.contains(VALUE));
      assertThat(results)
          .allMatch(r -> r instanceof Check.Result.Unavailable)
          .noneMatch(r -> r.toString().contains(VALUE));
      assertThat(results.get(0).toString()).contains("there was no time to find which");
    }
  }
}
