package dev.headgate.engine.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.headgate.engine.Engine;
import dev.headgate.engine.fake.Defined;
import dev.headgate.engine.fake.FakeLake;
import dev.headgate.engine.fake.FakePlugins;
import dev.headgate.engine.fake.FakeServiceLevels;
import dev.headgate.engine.fake.FakeStore;
import dev.headgate.model.HeadgateException;
import dev.headgate.model.contract.Contract;
import dev.headgate.model.contract.ServiceLevel;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.ProductName;
import dev.headgate.model.release.Release;
import dev.headgate.model.release.ReleaseState;
import dev.headgate.model.release.Run;
import dev.headgate.model.release.RunState;
import dev.headgate.spi.JobListener;
import dev.headgate.spi.JobOutcome;
import dev.headgate.spi.JobRequest;
import dev.headgate.spi.Launcher;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The engine with its threads: parallel runs, time-outs, cancel, close and start again. */
class ThreadsTest {
  private static final ProductName P = ProductName.parse("operations.flights");
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @TempDir Path logs;
  private final FakeStore store = new FakeStore();
  private final FakeLake lake = new FakeLake(store);
  private final FakePlugins plugins = new FakePlugins(lake);
  private Engine engine;

  @BeforeEach
  void start() {
    engine =
        new HeadgateEngine(
            new Parts(store, lake, plugins, Clock.systemUTC(), World.config(logs, 2)));
    engine.start();
  }

  @AfterEach
  void close() {
    engine.close();
  }

  private void apply(Defined... products) {
    engine.apply(store.transact(tx -> tx.definitions().revision()), Defined.all(products), "ana");
  }

  private Release release(long id) {
    return store.transact(tx -> tx.releases().find(id).orElseThrow());
  }

  private List<Run> runs(long id) {
    return store.transact(tx -> tx.runs().ofRelease(id));
  }

  private void awaitState(long id, ReleaseState state) {
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(release(id).state()).isEqualTo(state));
  }

  @Test
  void whatArrivesIsPromotedWithoutAnyoneTicking() {
    apply(
        Defined.product("operations.flights")
            .onAnyInput()
            .dataset("operations.flights", d -> d.notBad(), "landing.files"),
        Defined.product("analytics.delays")
            .onAnyInput()
            .dataset("analytics.daily", "operations.flights"));
    lake.commit(DatasetName.parse("landing.files"), "june");
    engine.lakeChanged();
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                "daily[flights[june]]"
                    .equals(lake.main().get(DatasetName.parse("analytics.daily"))));
  }

  @Test
  void serviceLevelsAreWatchedWithoutAnyoneTicking() {
    apply(
        Defined.product("operations.flights")
            .dataset(
                "operations.flights",
                d ->
                    d.contract(
                        FakeServiceLevels.contract(
                            "operations.flights",
                            Contract.Status.ACTIVE,
                            FakeServiceLevels.on(
                                ServiceLevel.Kind.GENERAL_AVAILABILITY, "2001-07-01")))));
    await().atMost(PATIENCE).until(() -> store.transact(tx -> tx.breaches().open().size() == 1));
  }

  @Test
  void independentRunsGoInParallelUpToTheLimit() {
    CountDownLatch both = new CountDownLatch(2);
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    Launcher meeting =
        (request, listener) -> {
          most.accumulateAndGet(now.incrementAndGet(), Math::max);
          both.countDown();
          boolean met = both.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
          JobOutcome written = plugins.jobs().write(request, listener);
          now.decrementAndGet();
          return met ? written : new JobOutcome.Failed("nobody else came", false);
        };
    Defined product = Defined.product("operations.flights");
    for (String table : List.of("a", "b", "c")) {
      plugins.jobs().next(table, meeting);
      product.dataset("operations." + table);
    }
    apply(product);
    long id = engine.build(P, Map.of(), "ana").release().orElseThrow().id();
    awaitState(id, ReleaseState.PROMOTED);
    assertThat(most).hasValue(2);
  }

  @Test
  void anAttemptThatTakesTooLongIsInterruptedAndTriedAgain() {
    plugins.jobs().next("flights", ThreadsTest::waitForever);
    apply(
        Defined.product("operations.flights")
            .dataset("operations.flights", d -> d.attempts(9).timeout(Duration.ofMillis(500))));
    long id = engine.build(P, Map.of(), "ana").release().orElseThrow().id();
    awaitState(id, ReleaseState.PROMOTED);
    assertThat(runs(id).get(0).attempt()).isGreaterThan(1);
  }

  @Test
  void anAttemptThatDoesNotEndIsLeftBehindAndCanWriteNothingMore() throws InterruptedException {
    CountDownLatch release = new CountDownLatch(1);
    CountDownLatch tooLate = new CountDownLatch(1);
    plugins
        .jobs()
        .next(
            "flights",
            (request, listener) -> {
              awaitWhateverHappens(release);
              try {
                return plugins.jobs().write(request, listener);
              } catch (HeadgateException e) {
                tooLate.countDown();
                throw e;
              }
            });
    apply(
        Defined.product("operations.flights")
            .dataset("operations.flights", d -> d.attempts(9).timeout(Duration.ofMillis(500))));
    long id = engine.build(P, Map.of(), "ana").release().orElseThrow().id();
    awaitState(id, ReleaseState.PROMOTED);
    release.countDown();
    assertThat(tooLate.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(runs(id).get(0).attempt()).isGreaterThan(1);
    assertThat(runs(id).get(0).state()).isEqualTo(RunState.SUCCEEDED);
  }

  @Test
  void cancelInterruptsTheJob() throws InterruptedException {
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    plugins
        .jobs()
        .next(
            "flights",
            (request, listener) -> {
              running.countDown();
              try {
                return waitForever(request, listener);
              } finally {
                interrupted.countDown();
              }
            });
    apply(Defined.product("operations.flights").dataset("operations.flights"));
    long id = engine.build(P, Map.of(), "ana").release().orElseThrow().id();
    assertThat(running.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    engine.cancel(id, "wrong day", "ana");
    assertThat(interrupted.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(release(id).state()).isEqualTo(ReleaseState.CANCELLED);
    assertThat(runs(id).get(0).state()).isEqualTo(RunState.CANCELLED);
    await().atMost(PATIENCE).until(() -> lake.openBranches().isEmpty());
  }

  @Test
  void whatIsUnderWayAtCloseIsTakenUpAtTheNextStart() throws InterruptedException {
    CountDownLatch running = new CountDownLatch(1);
    plugins
        .jobs()
        .next(
            "flights",
            (request, listener) -> {
              running.countDown();
              return waitForever(request, listener);
            });
    apply(Defined.product("operations.flights").dataset("operations.flights"));
    long id = engine.build(P, Map.of(), "ana").release().orElseThrow().id();
    assertThat(running.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    engine.close();
    assertThat(release(id).state()).isEqualTo(ReleaseState.BUILDING);
    start();
    awaitState(id, ReleaseState.PROMOTED);
    assertThat(runs(id).get(0).attempt()).isEqualTo(2);
  }

  private static void awaitWhateverHappens(CountDownLatch latch) {
    boolean ended = false;
    while (!ended) {
      try {
        ended = latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        assertThat(latch.getCount()).as("interrupted, and goes on all the same").isEqualTo(1);
      }
    }
  }

  private static JobOutcome waitForever(JobRequest request, JobListener listener)
      throws InterruptedException {
    listener.started("forever-" + request.runId());
    new CountDownLatch(1).await();
    return new JobOutcome.Failed("forever ended", false);
  }
}
