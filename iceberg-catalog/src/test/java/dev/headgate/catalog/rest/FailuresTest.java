package dev.headgate.catalog.rest;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.headgate.catalog.TestLake;
import dev.headgate.catalog.state.UnknownOutcomeException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.apache.iceberg.exceptions.CommitFailedException;
import org.apache.iceberg.exceptions.CommitStateUnknownException;
import org.apache.iceberg.rest.responses.ErrorResponse;
import org.junit.jupiter.api.Test;

/** What is said of a failure, when it is not known or not settled what happened. */
class FailuresTest extends EndpointTest {
  private static ErrorResponse describe(RuntimeException failure) {
    return Failures.describe(failure, "1234");
  }

  @Test
  void anUnknownOutcomeIsNeverCalledAFailure() {
    SQLException lost = new SQLException("connection lost", "08006");
    for (RuntimeException unknown :
        List.of(
            new UnknownOutcomeException(lost),
            new UnknownOutcomeException(new SQLException("serialization", "40001")),
            new CommitStateUnknownException(new CommitFailedException("stale")))) {
      ErrorResponse error = describe(unknown);
      assertThat(error.code()).isEqualTo(500);
      assertThat(error.type()).isEqualTo("CommitStateUnknownException");
      assertThat(error.message()).contains("not known", "1234").doesNotContain("connection lost");
    }
  }

  @Test
  void aDeadlockChangedNothing() {
    ErrorResponse error =
        describe(new IllegalStateException(new SQLException("deadlock", "40P01")));
    assertThat(error.code()).isEqualTo(503);
  }

  @Test
  void anythingElseIsTheServersFault() {
    ErrorResponse error = describe(new IllegalStateException("an inside of the server"));
    assertThat(error.code()).isEqualTo(500);
    assertThat(error.message()).contains("1234").doesNotContain("inside");
  }

  @Test
  void aLakeWithoutAFreeConnectionSaysWhenToTryAgain() throws SQLException {
    try (TestLake busy = TestLake.on(impatient(), folder, config -> config);
        RestServer server = new RestServer(busy.catalog())) {
      Http http = new Http(server.uri());
      String path = "/v1/main/namespaces";
      String body = "{\"namespace\":[\"x\"]}";
      try (Connection first = busy.dataSource().getConnection();
          Connection second = busy.dataSource().getConnection()) {
        assertThat(List.of(first, second)).doesNotContainNull();
        Http.Answer answer = http.post(path, body);
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("1");
        assertThat(answer.message()).contains("nothing was changed");
      }
      assertThat(http.post(path, body).status()).isEqualTo(200);
    }
  }

  @Test
  void aBusyLakeIsAWarningInOneLine() throws SQLException {
    try (LoggedEvents logged = new LoggedEvents(IcebergRestServlet.class);
        TestLake busy = TestLake.on(impatient(), folder, config -> config);
        RestServer server = new RestServer(busy.catalog());
        Connection first = busy.dataSource().getConnection();
        Connection second = busy.dataSource().getConnection()) {
      assertThat(List.of(first, second)).doesNotContainNull();
      assertThat(new Http(server.uri()).get("/v1/main/namespaces").status()).isEqualTo(503);

      assertThat(logged.warningsAndErrors())
          .singleElement()
          .satisfies(
              event -> {
                assertThat(event.getLevel()).isEqualTo(Level.WARN);
                assertThat(event.getThrowableProxy()).as("stack trace").isNull();
                assertThat(event.getFormattedMessage())
                    .startsWith("GET /iceberg/v1/main/namespaces: the lake is busy: ")
                    .contains("SQLTransientConnectionException")
                    .hasLineCount(1);
              });
    }
  }

  @Test
  void theFirstCauseIsToldInOneLine() {
    SQLException deadlock = new SQLException("deadlock;\nSQL statement: SELECT 1", "40P01");
    assertThat(Failures.firstCause(new IllegalStateException("outer", deadlock)))
        .isEqualTo("java.sql.SQLException: deadlock;");
  }

  private static HikariDataSource impatient() {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID());
    config.setMaximumPoolSize(2);
    config.setConnectionTimeout(250);
    return new HikariDataSource(config);
  }
}
