package dev.headgate.store;

import static dev.headgate.store.Samples.DELAYS;
import static dev.headgate.store.Samples.FLIGHTS;
import static dev.headgate.store.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headgate.model.decision.Decision;
import dev.headgate.model.product.Job;
import dev.headgate.model.product.ProductName;
import dev.headgate.model.store.ProductStore.Decided;
import dev.headgate.model.store.ProductStore.Pause;
import dev.headgate.model.store.ProductStore.Request;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

abstract class ProductSuite extends StoreSuite {
  ProductSuite(Supplier<TestDatabase> databases) {
    super(databases);
  }

  private static Request request(String id, ProductName product) {
    return new Request(
        id, product, Request.Kind.MANUAL, "ana", Map.of("day", "x"), Optional.empty(), NOON);
  }

  @Test
  void aPauseIsSetAndEnded() {
    Pause pause = new Pause("bad data", "ana", NOON, Optional.of("state"));

    assertOne(t -> t.products().pause(DELAYS)).isEmpty();
    write(t -> t.products().setPause(DELAYS, Optional.of(pause)));
    assertOne(t -> t.products().pause(DELAYS)).contains(pause);
    assertOne(t -> t.products().pause(FLIGHTS)).isEmpty();
    write(t -> t.products().setPause(DELAYS, Optional.empty()));
    assertOne(t -> t.products().pause(DELAYS)).isEmpty();
  }

  @Test
  void theLastDecisionReplacesTheOneBefore() {
    Decision first = new Decision.Wait(List.of("stale"), List.of("release 1 is BUILDING"));
    Decision last = new Decision.UpToDate(List.of("nothing changed"));
    Pause pause = new Pause("holiday", "ana", NOON, Optional.empty());

    write(t -> t.products().setPause(DELAYS, Optional.of(pause)));
    for (int i = 0; i < 20; i++) {
      write(t -> t.products().recordDecision(DELAYS, first, NOON));
    }
    write(t -> t.products().recordDecision(DELAYS, last, NOON.plusSeconds(1)));

    assertOne(t -> t.products().lastDecision(DELAYS))
        .contains(new Decided(last, NOON.plusSeconds(1)));
    assertOne(t -> t.products().lastDecision(FLIGHTS)).isEmpty();
    assertThat(database.count("hg_product")).isEqualTo(1);
    assertOne(t -> t.products().pause(DELAYS)).contains(pause);
  }

  @Test
  void aRequestCountsOncePendingOrTakenUp() {
    Job job = new Job("spark-app", Map.of("jar", "a.jar"), Map.of());
    Request submitted =
        new Request("r-1", DELAYS, Request.Kind.SUBMIT, "ana", Map.of(), Optional.of(job), NOON);

    write(t -> t.products().addRequest(submitted));
    write(t -> t.products().addRequest(request("r-1", FLIGHTS)));
    assertAll(t -> t.products().pendingRequests(DELAYS)).containsExactly(submitted);
    assertAll(t -> t.products().pendingRequests(FLIGHTS)).isEmpty();

    write(t -> t.products().takeUp(List.of(submitted), 1));
    write(t -> t.products().addRequest(submitted));
    assertAll(t -> t.products().pendingRequests(DELAYS)).isEmpty();
    assertAll(t -> t.products().productsWithRequests()).isEmpty();
  }

  @Test
  void oneOfEightConcurrentRequestsWithAnIdIsKept() {
    atOnce(
        THREADS,
        () -> {
          write(t -> t.products().addRequest(request("cron", DELAYS)));
          return true;
        });

    assertAll(t -> t.products().pendingRequests(DELAYS)).hasSize(1);
  }

  @Test
  void takingUpTakesExactlyTheseAndNoOlderOnes() {
    Request older = request("r-1", DELAYS);
    Request other = request("r-2", FLIGHTS);
    Request taken = request("r-3", DELAYS);
    Request later = request("r-4", DELAYS);
    write(t -> List.of(older, other, taken, later).forEach(t.products()::addRequest));
    assertAll(t -> t.products().pendingRequests(DELAYS)).containsExactly(older, taken, later);
    assertAll(t -> t.products().productsWithRequests()).containsExactly(DELAYS, FLIGHTS);

    write(t -> t.products().takeUp(List.of(taken), 5));
    write(t -> t.products().takeUp(List.of(), 6));

    assertAll(t -> t.products().pendingRequests(DELAYS)).containsExactly(older, later);
    assertAll(t -> t.products().pendingRequests(FLIGHTS)).containsExactly(other);

    write(t -> t.products().takeUp(List.of(later, other), 7));

    assertAll(t -> t.products().pendingRequests(DELAYS)).containsExactly(older);
    assertAll(t -> t.products().productsWithRequests()).containsExactly(DELAYS);
  }

  @Test
  void whatOneReleaseTookUpStaysWithIt() {
    Request request = request("r-1", DELAYS);
    write(t -> t.products().addRequest(request));

    write(t -> t.products().takeUp(List.of(request), 5));
    write(t -> t.products().takeUp(List.of(request), 6));

    assertThat(database.count("hg_request WHERE release_id = 5")).isEqualTo(1);
  }

  /** Else a request could become visible before one that was already seen, and be lost with it. */
  @Test
  void aRequestWaitsForOneOfTheSameProductThatIsNotCommitted() throws Exception {
    ExecutorService pool = Executors.newSingleThreadExecutor();
    try {
      Future<Boolean> second =
          read(
              t -> {
                t.products().addRequest(request("r-1", DELAYS));
                Future<Boolean> started =
                    pool.submit(
                        () -> {
                          write(u -> u.products().addRequest(request("r-2", DELAYS)));
                          return true;
                        });
                assertThatThrownBy(() -> started.get(300, TimeUnit.MILLISECONDS))
                    .isInstanceOf(TimeoutException.class);
                return started;
              });
      assertThat(second.get(30, TimeUnit.SECONDS)).isTrue();
    } finally {
      pool.shutdownNow();
    }

    assertAll(t -> t.products().pendingRequests(DELAYS))
        .extracting(Request::id)
        .containsExactly("r-1", "r-2");
  }
}
