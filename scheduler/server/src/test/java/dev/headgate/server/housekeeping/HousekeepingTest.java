package dev.headgate.server.housekeeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.ProductName;
import dev.headgate.model.release.Release;
import dev.headgate.model.release.ReleaseKind;
import dev.headgate.model.release.ReleaseState;
import dev.headgate.model.release.Run;
import dev.headgate.model.release.RunState;
import dev.headgate.model.store.Outbox;
import dev.headgate.model.store.StoreTransaction;
import dev.headgate.store.JdbcStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HousekeepingTest {
  private static final Duration KEEP_LOGS = Duration.ofDays(90);

  @TempDir Path folder;
  private final TestClock clock = new TestClock();
  private final KeptLogs kept = new KeptLogs(KEEP_LOGS, clock);
  private HikariDataSource database;
  private JdbcStore store;
  private OldLogs logs;

  @BeforeEach
  void open() {
    database = new HikariDataSource();
    database.setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    store = JdbcStore.open(database, clock);
    logs = new OldLogs(store, folder, kept);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void whatEndedLongAgoGoesWhileTheServerRuns() throws Exception {
    Path old = logOf(ended(1));
    write(tx -> tx.outbox().add(event("delivered")));
    write(tx -> tx.outbox().add(event("waits")));
    write(tx -> tx.outbox().delivered(tx.outbox().pending(1).get(0).number()));
    Housekeeping housekeeping = new Housekeeping(store, logs, clock, Duration.ofMillis(10));

    housekeeping.start();
    try {
      clock.forward(Housekeeping.KEEP_EVENTS.plusSeconds(1));
      await().atMost(Duration.ofSeconds(30)).until(() -> events() == 1);
      assertThat(old).exists();
      clock.forward(KEEP_LOGS);
      await().atMost(Duration.ofSeconds(30)).until(() -> Files.notExists(old));
    } finally {
      housekeeping.stop();
    }

    assertThat(store.<List<Outbox.Pending>>transact(tx -> tx.outbox().pending(9)))
        .extracting(pending -> pending.event().id())
        .containsExactly("waits");
  }

  @Test
  void aLogStaysUntilItsReleaseEndedLongEnoughAgo() throws Exception {
    Path log = logOf(ended(1));

    clock.forward(KEEP_LOGS);
    assertThat(logs.remove()).isZero();
    clock.forward(Duration.ofSeconds(1));
    assertThat(logs.remove()).isEqualTo(1);
    assertThat(log).doesNotExist();
  }

  @Test
  void aLogOfAReleaseThatHasNotEndedStaysHoweverOldItIs() throws Exception {
    Path log = logOf(release(1, ReleaseState.BUILDING, Optional.empty()));

    clock.forward(KEEP_LOGS.multipliedBy(4));

    assertThat(logs.remove()).isZero();
    assertThat(log).exists();
    assertThat(kept.isOver(release(1, ReleaseState.BUILDING, Optional.empty()))).isFalse();
  }

  @Test
  void aLogThatIsStillWrittenStaysAlsoWhereItsReleaseEndedLongAgo() throws Exception {
    Path log = logOf(ended(1));

    clock.forward(KEEP_LOGS.multipliedBy(2));
    touch(log);

    assertThat(logs.remove()).isZero();
  }

  @Test
  void whatIsNoLogOfARunStays() throws Exception {
    logOf(ended(1));
    List<Path> others = List.of(folder.resolve("notes.log"), folder.resolve("1-flights.txt"));
    for (Path other : others) {
      Files.writeString(other, "mine");
      touch(other);
    }

    clock.forward(KEEP_LOGS.multipliedBy(2));

    assertThat(logs.remove()).isEqualTo(1);
    assertThat(others).allSatisfy(other -> assertThat(other).exists());
  }

  private Release ended(long id) {
    return release(id, ReleaseState.FAILED, Optional.of(clock.instant()));
  }

  /** The output of a release's only run, written now. */
  private Path logOf(Release release) throws IOException {
    String run = release.id() + "-flights";
    write(
        tx -> {
          tx.releases().insert(release);
          tx.runs()
              .put(
                  new Run(
                      run,
                      release.id(),
                      DatasetName.parse("operations.flights"),
                      RunState.FAILED,
                      1,
                      Optional.empty(),
                      Optional.empty(),
                      Optional.empty(),
                      Optional.empty(),
                      Optional.empty()));
        });
    Path log = folder.resolve(run + ".log");
    Files.writeString(log, "no such file");
    touch(log);
    return log;
  }

  private void touch(Path file) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
  }

  private void write(Consumer<StoreTransaction> work) {
    store.transact(
        tx -> {
          work.accept(tx);
          return true;
        });
  }

  private long events() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM hg_outbox")) {
      row.next();
      return row.getLong(1);
    }
  }

  private Outbox.Event event(String id) {
    return new Outbox.Event(
        id, "held", Optional.empty(), Optional.empty(), Map.of(), clock.instant());
  }

  private Release release(long id, ReleaseState state, Optional<Instant> endedAt) {
    return new Release(
        id,
        1,
        ProductName.parse("operations.flights"),
        ReleaseKind.BUILD,
        state,
        Optional.empty(),
        List.of(),
        "fingerprint-" + id,
        0,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        "definition",
        Optional.empty(),
        Optional.empty(),
        "ana",
        clock.instant(),
        endedAt);
  }
}
