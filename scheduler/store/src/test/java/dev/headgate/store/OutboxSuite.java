package dev.headgate.store;

import static dev.headgate.store.Samples.DELAYS;
import static dev.headgate.store.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headgate.model.store.Outbox;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

abstract class OutboxSuite extends StoreSuite {
  private Instant now = NOON;

  OutboxSuite(Supplier<TestDatabase> databases) {
    super(databases);
  }

  @BeforeEach
  void openWithClock() {
    store =
        JdbcStore.open(
            database.source(),
            new Clock() {
              @Override
              public Instant instant() {
                return now;
              }

              @Override
              public ZoneOffset getZone() {
                return ZoneOffset.UTC;
              }

              @Override
              public Clock withZone(ZoneId zone) {
                throw new UnsupportedOperationException();
              }
            });
  }

  private static Outbox.Event event(String id) {
    return new Outbox.Event(
        id, "held", Optional.of(DELAYS), Optional.of(12L), Map.of("reason", "too few rows"), NOON);
  }

  private List<Outbox.Pending> pending() {
    return read(t -> t.outbox().pending(10));
  }

  @Test
  void eventsWaitOldestFirstUntilDelivered() {
    Outbox.Event bare =
        new Outbox.Event("e-2", "x", Optional.empty(), Optional.empty(), Map.of(), NOON);
    write(
        t -> {
          t.outbox().add(event("e-1"));
          t.outbox().add(bare);
          t.outbox().add(event("e-3"));
        });

    List<Outbox.Pending> pending = pending();
    assertThat(pending)
        .extracting(Outbox.Pending::event)
        .containsExactly(event("e-1"), bare, event("e-3"));
    assertThat(pending).extracting(Outbox.Pending::tries).containsOnly(0);
    assertAll(t -> t.outbox().pending(1)).containsExactly(pending.get(0));

    write(t -> t.outbox().delivered(pending.get(1).number()));
    assertThat(pending()).containsExactly(pending.get(0), pending.get(2));
  }

  @Test
  void aFailedOneWaitsUntilItsTimeWithItsTriesCounted() {
    write(t -> t.outbox().add(event("e-1")));
    write(t -> t.outbox().add(event("e-2")));
    long number = pending().get(0).number();

    write(t -> t.outbox().failed(number, NOON.plusSeconds(30), "refused"));
    assertThat(pending()).extracting(p -> p.event().id()).containsExactly("e-2");

    now = NOON.plusSeconds(30);
    assertThat(pending()).extracting(p -> p.event().id()).containsExactly("e-1", "e-2");
    assertThat(pending()).extracting(Outbox.Pending::tries).containsExactly(1, 0);
  }

  @Test
  void deliveredOnesAreKeptUntilPurged() {
    write(t -> t.outbox().add(event("e-1")));
    write(t -> t.outbox().add(event("e-2")));
    long number = pending().get(0).number();
    write(t -> t.outbox().delivered(number));

    assertThat(store.purgeDelivered(NOON)).isZero();
    assertThat(database.count("hg_outbox")).isEqualTo(2);
    assertThat(store.purgeDelivered(NOON.plus(Duration.ofDays(1)))).isEqualTo(1);
    assertThat(pending()).extracting(p -> p.event().id()).containsExactly("e-2");
  }

  @Test
  void aDeliveredOneIsNotPutOffAgain() {
    write(t -> t.outbox().add(event("e-1")));
    long number = pending().get(0).number();

    write(t -> t.outbox().delivered(number));
    write(t -> t.outbox().failed(number, NOON, "late"));
    write(t -> t.outbox().delivered(number));

    assertThat(pending()).isEmpty();
  }
}
