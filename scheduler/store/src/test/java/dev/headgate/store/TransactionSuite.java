package dev.headgate.store;

import static dev.headgate.store.Samples.DELAYS;
import static dev.headgate.store.Samples.FLIGHTS;
import static dev.headgate.store.Samples.NOON;
import static dev.headgate.store.Samples.event;
import static dev.headgate.store.Samples.release;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headgate.model.ErrorCode;
import dev.headgate.model.HeadgateException;
import dev.headgate.model.decision.Decision;
import dev.headgate.model.product.ProductName;
import dev.headgate.model.store.StoreTransaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

abstract class TransactionSuite extends StoreSuite {
  TransactionSuite(Supplier<TestDatabase> databases) {
    super(databases);
  }

  @Test
  void whatWorkThrowsComesBackAsItIsAndNothingStays() {
    HeadgateException thrown = new HeadgateException(ErrorCode.NOT_ALLOWED, "no");
    IllegalStateException other = new IllegalStateException("broken");

    assertThatThrownBy(() -> writeAndThrow(thrown)).isSameAs(thrown);
    assertThatThrownBy(() -> writeAndThrow(other)).isSameAs(other);

    assertAll(t -> t.releases().live()).isEmpty();
    assertAll(t -> t.audit().list(10)).isEmpty();
  }

  private void writeAndThrow(RuntimeException thrown) {
    write(
        t -> {
          t.releases().insert(release(1, DELAYS, "f"));
          t.audit().append(event("x"));
          throw thrown;
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"40001", "40P01", "55P03", "HYT00", "50200", "90131"})
  void whatCertainlyDidNotHappenIsTriedAgain(String state) {
    AtomicInteger tries = new AtomicInteger();

    write(
        t -> {
          t.audit().append(event("x"));
          if (tries.incrementAndGet() < 3) {
            throw new IllegalStateException(new SQLException("collided", state));
          }
        });

    assertThat(tries).hasValue(3);
    assertAll(t -> t.audit().list(10)).hasSize(1);
  }

  @Test
  void tryingAgainHasAnEnd() {
    AtomicInteger tries = new AtomicInteger();

    HeadgateException refusal =
        refusal(
            t -> {
              tries.incrementAndGet();
              throw new IllegalStateException(new SQLException("collided", "40001"));
            });

    assertThat(refusal.code()).isEqualTo(ErrorCode.EXTERNAL);
    assertThat(tries).hasValue(10);
  }

  @Test
  void aDeadlockIsResolvedByTryingAgain() {
    for (ProductName product : List.of(DELAYS, FLIGHTS)) {
      write(t -> t.products().setPause(product, Optional.empty()));
    }
    CyclicBarrier bothHoldOne = new CyclicBarrier(2);
    AtomicInteger turn = new AtomicInteger();
    AtomicInteger tries = new AtomicInteger();

    atOnce(
        2,
        () -> {
          List<ProductName> order =
              turn.getAndIncrement() == 0 ? List.of(DELAYS, FLIGHTS) : List.of(FLIGHTS, DELAYS);
          write(
              t -> {
                Decision decision = new Decision.UpToDate(List.of(order.toString()));
                t.products().recordDecision(order.get(0), decision, NOON);
                if (tries.incrementAndGet() <= 2) {
                  meet(bothHoldOne);
                }
                t.products().recordDecision(order.get(1), decision, NOON);
              });
          return true;
        });

    assertThat(tries.get()).isGreaterThan(2);
    assertOne(t -> t.products().lastDecision(DELAYS))
        .isEqualTo(read(t -> t.products().lastDecision(FLIGHTS)));
  }

  private static void meet(CyclicBarrier barrier) {
    try {
      barrier.await(30, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aForeignTransactionIsLeftToItsOwner() throws SQLException {
    write(t -> t.releases().insert(release(1, DELAYS, "same")));
    try (Connection connection = database.source().getConnection()) {
      connection.setAutoCommit(false);
      StoreTransaction foreign = JdbcStore.on(connection);
      assertThatThrownBy(() -> foreign.releases().insert(release(2, FLIGHTS, "same")))
          .isInstanceOfSatisfying(
              HeadgateException.class,
              e -> assertThat(e.code()).isEqualTo(ErrorCode.ALREADY_EXISTS));
      foreign.releases().insert(release(3, FLIGHTS, "other"));
      foreign.audit().append(event("x"));
      assertThat(connection.isClosed()).isFalse();
      assertThat(connection.getAutoCommit()).isFalse();

      connection.rollback();
      assertOne(t -> t.releases().find(3)).isEmpty();

      JdbcStore.on(connection).releases().insert(release(4, FLIGHTS, "other"));
      connection.commit();
    }
    assertOne(t -> t.releases().find(4)).isPresent();
    assertAll(t -> t.audit().list(10)).isEmpty();
  }

  @Test
  void aForeignConnectionWithoutTransactionIsRefused() throws SQLException {
    try (Connection connection = database.source().getConnection()) {
      assertThatThrownBy(() -> JdbcStore.on(connection))
          .isInstanceOf(HeadgateException.class)
          .hasMessageContaining("expected an open transaction");
    }
  }

  @Test
  void openingAgainFindsWhatIsThereAndLeavesOthersAlone() {
    write(t -> t.releases().insert(release(1, DELAYS, "f")));
    database.execute("CREATE TABLE lake_pointer (id INTEGER)");

    JdbcStore again = JdbcStore.open(database.source());

    assertThat(again.<Boolean>transact(t -> t.releases().find(1).isPresent())).isTrue();
    assertThat(database.count("lake_pointer")).isZero();
    assertThat(database.count("\"headgate_schema_history\"")).isPositive();
  }
}
