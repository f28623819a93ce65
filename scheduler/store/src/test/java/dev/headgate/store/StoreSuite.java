package dev.headgate.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.headgate.model.HeadgateException;
import dev.headgate.model.store.StoreTransaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.assertj.core.api.ListAssert;
import org.assertj.core.api.OptionalAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A fresh store for each test, on the database that the subclass's maker names. */
abstract class StoreSuite {
  static final int THREADS = 8;

  private final Supplier<TestDatabase> databases;
  TestDatabase database;
  JdbcStore store;

  StoreSuite(Supplier<TestDatabase> databases) {
    this.databases = databases;
  }

  @BeforeEach
  void openStore() {
    database = databases.get();
    store = JdbcStore.open(database.source());
  }

  @AfterEach
  void closeDatabase() {
    database.close();
  }

  <T> T read(Function<StoreTransaction, T> work) {
    return store.transact(work);
  }

  void write(Consumer<StoreTransaction> work) {
    store.transact(
        transaction -> {
          work.accept(transaction);
          return true;
        });
  }

  <T> OptionalAssert<T> assertOne(Function<StoreTransaction, Optional<T>> work) {
    return assertThat(store.<Optional<T>>transact(work));
  }

  <T> ListAssert<T> assertAll(Function<StoreTransaction, List<T>> work) {
    return assertThat(store.<List<T>>transact(work));
  }

  HeadgateException refusal(Consumer<StoreTransaction> work) {
    HeadgateException refusal = catchThrowableOfType(HeadgateException.class, () -> write(work));
    if (refusal == null) {
      throw new AssertionError("was not refused");
    }
    return refusal;
  }

  /** Calls {@code work} in as many threads at once; returns what each returned. */
  static <T> List<T> atOnce(int threads, Callable<T> work) {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    CyclicBarrier start = new CyclicBarrier(threads);
    try {
      List<Future<T>> futures = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        futures.add(
            pool.submit(
                () -> {
                  start.await(30, TimeUnit.SECONDS);
                  return work.call();
                }));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> future : futures) {
        results.add(future.get(60, TimeUnit.SECONDS));
      }
      return results;
    } catch (ExecutionException e) {
      throw new AssertionError("a thread failed", e.getCause());
    } catch (Exception e) {
      throw new AssertionError(e);
    } finally {
      pool.shutdownNow();
    }
  }
}
