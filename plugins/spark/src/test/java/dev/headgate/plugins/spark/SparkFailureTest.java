package dev.headgate.plugins.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

class SparkFailureTest {
  private static SparkFailure of(String message) {
    return SparkFailure.of(new ExecutionException(new RuntimeException(message)), "SELECT 1");
  }

  @Test
  void whatCameWhileReadingKeepsItsNameOnlyWhereDataMustNotBeSeen() {
    SparkFailure cast =
        of(
            "[CAST_INVALID_INPUT] The value '4333' of the type \"STRING\" cannot be cast to \"INT\""
                + " because it is malformed. SQLSTATE: 22018");
    assertThat(cast.message()).startsWith("[CAST_INVALID_INPUT] The value '4333' of");
    assertThat(cast.retryable()).isFalse();
    assertThat(cast.withoutData())
        .startsWith("[CAST_INVALID_INPUT] Spark's message is left out")
        .doesNotContain("4333");
  }

  @Test
  void whatAStatementRaisesItselfStaysWrongAndIsNoneOfClassifiedValues() {
    SparkFailure raised =
        of("[USER_RAISED_EXCEPTION] '(amount = 4333)' is not true! SQLSTATE: P0001");
    assertThat(raised.retryable()).isFalse();
    assertThat(raised.withoutData()).doesNotContain("4333");
    assertThat(of("[FAILED_TO_PARSE_TOO_COMPLEX] SQLSTATE: 54001").retryable()).isFalse();
  }

  @Test
  void whatTheCatalogRefusesIsInItsOwnWords() {
    SparkFailure refused =
        of(
            "org.apache.spark.SparkException: org.apache.iceberg.exceptions.ForbiddenException:"
                + " Forbidden: column 'extra' is not in orders.odcs.yaml 1.0.0");
    assertThat(refused.message()).isEqualTo("column 'extra' is not in orders.odcs.yaml 1.0.0");
    assertThat(refused.retryable()).isFalse();
  }

  @Test
  void whatAMachineLacksMayComeBack() {
    assertThat(of("[UNABLE_TO_ACQUIRE_MEMORY] SQLSTATE: 53200").retryable()).isTrue();
    assertThat(of("[TASK_WRITE_FAILED] SQLSTATE: 58030").retryable()).isTrue();
    assertThat(of("connection reset").retryable()).isTrue();
  }

  @Test
  void aMessageWithoutANameIsLeftOut() {
    assertThat(of("For input string: \"4333\" [A]").withoutData())
        .startsWith("the query failed; Spark's message is left out")
        .doesNotContain("4333");
    assertThat(of("4333 SQLSTATE: 42000").withoutData()).doesNotContain("4333");
  }
}
