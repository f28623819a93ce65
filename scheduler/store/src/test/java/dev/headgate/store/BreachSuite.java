package dev.headgate.store;

import static dev.headgate.store.Samples.DAILY;
import static dev.headgate.store.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headgate.model.product.DatasetName;
import dev.headgate.model.store.BreachStore.Breach;
import dev.headgate.model.store.StoreTransaction;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

abstract class BreachSuite extends StoreSuite {
  private static final DatasetName OTHER = DatasetName.parse("analytics.other");
  private static final Instant LATER = NOON.plusSeconds(60);

  BreachSuite(Supplier<TestDatabase> databases) {
    super(databases);
  }

  private static boolean late(StoreTransaction t, DatasetName dataset, Instant at) {
    return t.breaches().open(dataset, "latency", "is 27 h old", at);
  }

  private static Breach breach(DatasetName dataset, Instant since, Optional<Instant> until) {
    return new Breach(dataset, "latency", "is 27 h old", since, until);
  }

  @Test
  void oneBreachOfADatasetAndPropertyLastsAtATime() {
    assertThat(this.<Boolean>read(t -> late(t, DAILY, NOON))).isTrue();
    assertThat(this.<Boolean>read(t -> late(t, DAILY, LATER))).isFalse();
    assertThat(this.<Boolean>read(t -> late(t, OTHER, LATER))).isTrue();
    assertThat(this.<Boolean>read(t -> t.breaches().open(DAILY, "frequency", "m", LATER))).isTrue();

    assertAll(t -> t.breaches().open())
        .containsExactly(
            breach(DAILY, NOON, Optional.empty()),
            breach(OTHER, LATER, Optional.empty()),
            new Breach(DAILY, "frequency", "m", LATER, Optional.empty()));
  }

  @Test
  void aBreachEndsOnceAndAnotherMayFollow() {
    write(t -> late(t, DAILY, NOON));
    write(t -> late(t, OTHER, NOON));

    assertThat(this.<Boolean>read(t -> t.breaches().close(DAILY, "latency", LATER))).isTrue();
    assertThat(this.<Boolean>read(t -> t.breaches().close(DAILY, "latency", LATER))).isFalse();
    assertThat(this.<Boolean>read(t -> t.breaches().close(OTHER, "frequency", LATER))).isFalse();
    assertThat(this.<Boolean>read(t -> late(t, DAILY, LATER))).isTrue();

    Breach ended = breach(DAILY, NOON, Optional.of(LATER));
    Breach lasting = breach(DAILY, LATER, Optional.empty());
    assertAll(t -> t.breaches().of(DAILY, 10)).containsExactly(lasting, ended);
    assertAll(t -> t.breaches().of(DAILY, 1)).containsExactly(lasting);
    assertAll(t -> t.breaches().open())
        .containsExactly(breach(OTHER, NOON, Optional.empty()), lasting);
  }

  @Test
  void aTransactionGoesOnAfterABreachThatWasOpen() {
    write(t -> late(t, DAILY, NOON));

    List<Boolean> opened = read(t -> List.of(late(t, DAILY, LATER), late(t, OTHER, LATER)));

    assertThat(opened).containsExactly(false, true);
    assertAll(t -> t.breaches().open()).hasSize(2);
  }

  @Test
  void oneOfEightThreadsOpensIt() {
    List<Boolean> opened = atOnce(THREADS, () -> store.transact(t -> late(t, DAILY, NOON)));

    assertThat(opened).containsOnlyOnce(true);
    assertThat(database.count("hg_breach")).isEqualTo(1);
  }

  @Test
  void whatIsToldOnceOfADatasetIsNotedOnce() {
    assertThat(this.<Boolean>read(t -> t.breaches().noteOnce(DAILY, "sunset", NOON))).isTrue();
    List<Boolean> noted =
        read(
            t ->
                List.of(
                    t.breaches().noteOnce(DAILY, "sunset", LATER),
                    t.breaches().noteOnce(OTHER, "sunset", LATER),
                    t.breaches().noteOnce(DAILY, "another", LATER)));
    assertThat(noted).containsExactly(false, true, true);
    assertAll(t -> t.breaches().open()).isEmpty();

    List<Boolean> atOnce =
        atOnce(THREADS, () -> store.transact(t -> t.breaches().noteOnce(DAILY, "race", NOON)));
    assertThat(atOnce).containsOnlyOnce(true);
  }
}
