package dev.headgate.store;

import static dev.headgate.store.Samples.DAILY;
import static dev.headgate.store.Samples.DELAYS;
import static dev.headgate.store.Samples.FLIGHTS;
import static dev.headgate.store.Samples.NOON;

import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.ProductName;
import dev.headgate.model.store.AcceptanceStore.Acceptance;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

abstract class AcceptanceSuite extends StoreSuite {
  AcceptanceSuite(Supplier<TestDatabase> databases) {
    super(databases);
  }

  private static Acceptance acceptance(int major, ProductName consumer, String actor) {
    return acceptance(major, "sha256:one", consumer, actor);
  }

  private static Acceptance acceptance(
      int major, String contract, ProductName consumer, String actor) {
    return new Acceptance(DAILY, major, contract, consumer, actor, NOON);
  }

  @Test
  void acceptancesOfADatasetAreOldestFirst() {
    Acceptance first = acceptance(2, FLIGHTS, "ben");
    Acceptance second = acceptance(2, DELAYS, "ana");
    Acceptance third = acceptance(3, FLIGHTS, "ben");
    write(t -> List.of(first, second, third).forEach(t.acceptances()::add));

    assertAll(t -> t.acceptances().of(DAILY)).containsExactly(first, second, third);
    assertAll(t -> t.acceptances().of(DatasetName.parse("analytics.other"))).isEmpty();
  }

  @Test
  void aRepetitionChangesNothing() {
    Acceptance first = acceptance(2, FLIGHTS, "ben");
    write(t -> t.acceptances().add(first));
    write(
        t -> {
          t.acceptances().add(first);
          t.acceptances().add(acceptance(2, FLIGHTS, "ana"));
        });

    assertAll(t -> t.acceptances().of(DAILY)).containsExactly(first);
  }

  @Test
  void theSameMajorOfAnotherContentIsAcceptedByItself() {
    Acceptance first = acceptance(2, "sha256:one", FLIGHTS, "ben");
    Acceptance second = acceptance(2, "sha256:two", FLIGHTS, "ana");
    write(t -> List.of(first, second).forEach(t.acceptances()::add));

    assertAll(t -> t.acceptances().of(DAILY)).containsExactly(first, second);
  }

  @Test
  void eightThreadsAddOneAcceptance() {
    atOnce(
        THREADS,
        () -> {
          write(t -> t.acceptances().add(acceptance(2, FLIGHTS, "ben")));
          return true;
        });

    assertAll(t -> t.acceptances().of(DAILY)).hasSize(1);
  }
}
