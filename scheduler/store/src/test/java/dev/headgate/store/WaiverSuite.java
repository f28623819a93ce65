package dev.headgate.store;

import static dev.headgate.store.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headgate.model.ErrorCode;
import dev.headgate.model.HeadgateException;
import dev.headgate.model.policy.Waiver;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

abstract class WaiverSuite extends StoreSuite {
  WaiverSuite(Supplier<TestDatabase> databases) {
    super(databases);
  }

  private static Waiver waiver(long id, String rule, Optional<Long> renews) {
    return new Waiver(
        id,
        rule,
        "analytics.daily_delays",
        "the source is being repaired: ünïcode \n",
        "ana",
        NOON,
        NOON.plus(Duration.ofDays(30)),
        renews,
        Optional.empty());
  }

  @Test
  void aWaiverGetsTheNextIdAndComesBackWhole() {
    Waiver first = read(t -> t.waivers().add(waiver(0, "rows", Optional.empty())));
    Waiver second = read(t -> t.waivers().add(waiver(99, "rows", Optional.of(first.id()))));

    assertThat(first).isEqualTo(waiver(first.id(), "rows", Optional.empty()));
    assertThat(second).isEqualTo(waiver(second.id(), "rows", Optional.of(first.id())));
    assertThat(second.id()).isGreaterThan(first.id());
    assertOne(t -> t.waivers().find(first.id())).contains(first);
    assertOne(t -> t.waivers().find(99)).isEmpty();
    assertAll(t -> t.waivers().all()).containsExactly(first, second);
  }

  @Test
  void timesAreCutToTheMicrosecond() {
    Waiver fine =
        new Waiver(
            0,
            "rows",
            "analytics",
            "why",
            "ana",
            NOON.plusNanos(999),
            NOON.plusNanos(1999),
            Optional.empty(),
            Optional.empty());

    Waiver added = read(t -> t.waivers().add(fine));

    assertThat(added.since()).isEqualTo(NOON);
    assertThat(added.until()).isEqualTo(NOON.plusNanos(1000));
  }

  @Test
  void aWaiverIsRevokedOnceAndKept() {
    Waiver added = read(t -> t.waivers().add(waiver(0, "rows", Optional.empty())));
    Waiver other = read(t -> t.waivers().add(waiver(0, "other", Optional.empty())));

    write(t -> t.waivers().revoke(added.id(), NOON.plusSeconds(5)));
    write(t -> t.waivers().revoke(added.id(), NOON.plusSeconds(9)));

    assertThat(this.<Optional<Waiver>>read(t -> t.waivers().find(added.id())).orElseThrow())
        .satisfies(
            w -> {
              assertThat(w.revoked()).contains(NOON.plusSeconds(5));
              assertThat(w.isInForce(NOON.plusSeconds(6))).isFalse();
            });
    assertOne(t -> t.waivers().find(other.id())).contains(other);
  }

  @Test
  void whatIsNotThereCannotBeRevoked() {
    assertThat(refusal(t -> t.waivers().revoke(5, NOON)).code()).isEqualTo(ErrorCode.NOT_FOUND);
  }

  @Test
  void whatWasRolledBackIsGone() {
    refusal(
        t -> {
          t.waivers().add(waiver(0, "rows", Optional.empty()));
          throw new HeadgateException(ErrorCode.NOT_ALLOWED, "no");
        });

    assertAll(t -> t.waivers().all()).isEmpty();
  }
}
