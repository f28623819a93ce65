package dev.headgate.server.quartz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.headgate.server.FakeEngine;
import dev.headgate.server.Http;
import dev.headgate.server.TestServer;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuartzSchedulesTest {
  private static final String EVERY_SECOND = "trigger: {any: [{cron: \"* * * * * ?\"}]}\n";
  private static final String NIGHTLY =
      "trigger: {any: [{cron: \"30 6 * * *\", zone: Asia/Tokyo}]}\n";
  private static final String EITHER =
      "trigger: {any: [{cron: \"0 0 13 * *\"}, {cron: \"0 0 * * 5\"}]}\n";

  @TempDir Path home;

  @Test
  void aScheduleFiresWithItsScheduledInstant() throws Exception {
    try (TestServer server = TestServer.start(home)) {
      apply(server, EVERY_SECOND);

      await().atMost(Duration.ofSeconds(20)).until(() -> server.engine().firings().size() >= 2);

      FakeEngine.Firing firing = server.engine().firings().element();
      assertThat(firing.product()).hasToString("sales.revenue");
      assertThat(firing.scheduled()).isEqualTo(firing.scheduled().truncatedTo(ChronoUnit.SECONDS));
      assertThat(server.engine().firings()).doesNotHaveDuplicates();
    }
  }

  @Test
  void applyingMakesChangesAndRemovesSchedules() throws Exception {
    try (TestServer server = TestServer.start(home)) {
      apply(server, NIGHTLY);
      apply(server, EITHER);
    }
    assertThat(stored("SELECT CRON_EXPRESSION FROM QRTZ_CRON_TRIGGERS ORDER BY 1"))
        .containsExactly("0 0 0 13 * ?", "0 0 0 ? * FRI");
    try (TestServer server = TestServer.start(home)) {
      apply(server, "");
    }
    assertThat(stored("SELECT CRON_EXPRESSION FROM QRTZ_CRON_TRIGGERS")).isEmpty();
    assertThat(stored("SELECT JOB_NAME FROM QRTZ_JOB_DETAILS")).isEmpty();
  }

  @Test
  void whatWasMissedWhileTheServerWasDownIsMadeUpOnce() throws Exception {
    try (TestServer server = TestServer.start(home)) {
      apply(server, NIGHTLY);
    }
    long lastNight = Instant.now().minus(Duration.ofHours(30)).toEpochMilli();
    try (Connection connection = open();
        Statement statement = connection.createStatement()) {
      assertThat(statement.executeUpdate("UPDATE QRTZ_TRIGGERS SET NEXT_FIRE_TIME = " + lastNight))
          .isEqualTo(1);
    }
    try (TestServer server = TestServer.start(home)) {
      await().atMost(Duration.ofSeconds(20)).until(() -> !server.engine().firings().isEmpty());
      assertThat(server.engine().firings()).hasSize(1);
    }
    assertThat(stored("SELECT TIME_ZONE_ID FROM QRTZ_CRON_TRIGGERS")).containsExactly("Asia/Tokyo");
  }

  @Test
  void aScheduleThatIsUnchangedKeepsItsNextFiring() throws Exception {
    String next = "SELECT NEXT_FIRE_TIME FROM QRTZ_TRIGGERS";
    try (TestServer server = TestServer.start(home)) {
      apply(server, NIGHTLY);
    }
    long soon = Instant.now().plus(Duration.ofHours(2)).toEpochMilli();
    try (Connection connection = open();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("UPDATE QRTZ_TRIGGERS SET NEXT_FIRE_TIME = " + soon);
    }
    try (TestServer server = TestServer.start(home)) {
      apply(server, NIGHTLY);
    }
    assertThat(stored(next)).containsExactly(Long.toString(soon));
  }

  @Test
  void tablesThatAreHalfThereAreMadeAnew() throws Exception {
    TestServer.start(home).close();
    try (Connection connection = open();
        Statement statement = connection.createStatement()) {
      statement.execute("DROP TABLE QRTZ_FIRED_TRIGGERS");
    }
    try (TestServer server = TestServer.start(home)) {
      apply(server, NIGHTLY);
    }
    assertThat(stored("SELECT COUNT(*) FROM QRTZ_FIRED_TRIGGERS")).containsExactly("0");
  }

  @Test
  void aScheduleThatCannotBeFollowedIsRefusedBeforeAnythingIsApplied() throws Exception {
    try (TestServer server = TestServer.start(home)) {
      HttpResponse<String> refused =
          new Http(server.url())
              .post(
                  "/api/v1/apply", Http.definitions("trigger: {any: [{cron: \"0 0 */2 * 1\"}]}\n"));

      assertThat(refused.statusCode()).isEqualTo(400);
      assertThat(refused.body()).contains("INVALID_DEFINITION");
      assertThat(new Http(server.url()).getJson("/api/v1/products")).isEmpty();
    }
  }

  private static void apply(TestServer server, String trigger) throws Exception {
    HttpResponse<String> response =
        new Http(server.url()).post("/api/v1/apply", Http.definitions(trigger));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
  }

  private Connection open() throws Exception {
    return DriverManager.getConnection(
        "jdbc:h2:file:" + home.resolve("db/headgate") + ";WRITE_DELAY=0", "headgate", "");
  }

  private List<String> stored(String sql) throws Exception {
    List<String> values = new ArrayList<>();
    try (Connection connection = open();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }
}
