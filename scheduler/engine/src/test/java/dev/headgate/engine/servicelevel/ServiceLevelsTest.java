package dev.headgate.engine.servicelevel;

import static dev.headgate.engine.fake.FakeServiceLevels.contract;
import static dev.headgate.engine.fake.FakeServiceLevels.daily;
import static dev.headgate.engine.fake.FakeServiceLevels.on;
import static dev.headgate.engine.fake.FakeServiceLevels.within;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headgate.engine.servicelevel.Judged.Status;
import dev.headgate.model.contract.Contract;
import dev.headgate.model.contract.ServiceLevel;
import dev.headgate.model.contract.ServiceLevel.Kind;
import dev.headgate.model.lake.TableDescription;
import dev.headgate.model.lake.TableDescription.ColumnBounds;
import dev.headgate.model.product.ProductName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is promised, what is, and whether that is a breach. */
class ServiceLevelsTest {
  private static final Instant NOW = Instant.parse("2001-07-01T06:00:00Z");
  private static final ProductName READER = ProductName.parse("analytics.delays");

  private Optional<Instant> first = Optional.of(NOW.minus(Duration.ofDays(4000)));
  private Optional<Instant> last = Optional.of(NOW);
  private Optional<TableDescription> table = Optional.empty();
  private List<ProductName> consumers = List.of();
  private Contract.Status status = Contract.Status.ACTIVE;

  private List<Judged> judge(ServiceLevel... promised) {
    return ServiceLevels.judge(
        contract("operations.flights", status, promised),
        new Facts(first, last, table, consumers),
        NOW);
  }

  private Judged only(ServiceLevel promised) {
    List<Judged> judged = judge(promised);
    assertThat(judged).hasSize(1);
    return judged.get(0);
  }

  private void bounds(String lower, String upper) {
    table =
        Optional.of(
            new TableDescription(
                List.of(),
                List.of(),
                OptionalLong.of(1),
                Optional.of(NOW),
                OptionalLong.of(6),
                Map.of(
                    "day",
                    new ColumnBounds(
                        OptionalLong.empty(),
                        Optional.ofNullable(lower),
                        Optional.ofNullable(upper))),
                OptionalLong.empty(),
                Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource({
    "LATENCY, PT26H, 2001-06-30T04:00:00Z, MET",
    "LATENCY, PT26H, 2001-06-30T03:59:59Z, BREACHED",
    "LATENCY, P1M, 2001-06-01T06:00:00Z, MET",
    "LATENCY, P1M, 2001-05-31T06:00:00Z, BREACHED",
    "FREQUENCY, P7D, 2001-06-24T06:00:00Z, MET",
    "FREQUENCY, P7D, 2001-06-24T05:59:59Z, BREACHED"
  })
  void aPromotionGetsTooOld(Kind kind, String length, Instant promoted, Status expected) {
    last = Optional.of(promoted);
    assertThat(only(within(kind, length)).status()).isEqualTo(expected);
  }

  @Test
  void aBreachSaysWhatIsAndWhatWasPromised() {
    last = Optional.of(NOW.minus(Duration.ofHours(51)));
    assertThat(only(within(Kind.LATENCY, "PT26H")))
        .isEqualTo(
            new Judged(
                "latency",
                Status.BREACHED,
                "the newest promotion is 2 d 3 h old, and at most PT26H is promised"));
  }

  @ParameterizedTest
  @CsvSource({
    "2001-06-30, MET",
    "2001-06-29, BREACHED",
    "2001-07-09, MET",
    "2001-06-30T04:00:00, MET",
    "2001-06-30T03:59:59.999999, BREACHED",
    "2001-06-30T06:00:00+02:00, MET",
    "2001-06-30T05:59:59+02:00, BREACHED",
    "2001-06-30T04:00:00Z, MET"
  })
  void theNewestValueGetsTooOldADateAtItsEnd(String newest, Status expected) {
    last = Optional.of(NOW.minus(Duration.ofDays(99)));
    bounds(null, newest);
    Judged judged = only(within(Kind.LATENCY, "PT26H", "day"));
    assertThat(judged.property()).isEqualTo("latency of day");
    assertThat(judged.status()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      value = {"NULL", "17", "yesterday", "2001-13-01", "T"},
      nullValues = "NULL")
  void whatMetadataDoesNotTellIsNeitherMetNorBreached(String newest) {
    bounds(newest, newest);
    assertThat(only(within(Kind.LATENCY, "PT26H", "day")).status()).isEqualTo(Status.UNKNOWN);
    assertThat(only(within(Kind.RETENTION, "P1Y", "day")).status()).isEqualTo(Status.UNKNOWN);
    assertThat(only(within(Kind.LATENCY, "PT26H", "month")).status()).isEqualTo(Status.UNKNOWN);
    table = Optional.empty();
    assertThat(only(within(Kind.LATENCY, "PT26H", "day")).status()).isEqualTo(Status.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource({
    "06:00Z, 2001-06-30T23:59:59Z, BREACHED",
    "06:00Z, 2001-07-01T00:00:00Z, MET",
    "06:00:01Z, 2001-06-30T00:00:00Z, MET",
    "06:00:01Z, 2001-06-29T23:59:59Z, BREACHED",
    "01:00-05:00, 2001-07-01T04:59:59Z, BREACHED",
    "01:00-05:00, 2001-07-01T05:00:00Z, MET",
    "02:00-05:00, 2001-06-30T05:00:00Z, MET",
    "02:00-05:00, 2001-06-30T04:59:59Z, BREACHED"
  })
  void eachDayIsPromotedOnceItsTimeHasPassed(String time, Instant promoted, Status expected) {
    last = Optional.of(promoted);
    assertThat(only(daily(time)).status()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "1998-07-01, MET",
    "1998-07-02, BREACHED",
    "1990-01-01, MET",
    "1998-07-01T23:00:00Z, MET",
    "1998-07-02T00:00:00Z, BREACHED"
  })
  void theOldestValueReachesBackAsFarAsPromised(String oldest, Status expected) {
    bounds(oldest, null);
    assertThat(only(within(Kind.RETENTION, "P3Y", "day")).status()).isEqualTo(expected);
  }

  @Test
  void nothingNeedsToBeOlderThanTheProduct() {
    bounds("2001-06-01", null);
    first = Optional.of(Instant.parse("1998-07-01T06:00:01Z"));
    assertThat(only(within(Kind.RETENTION, "P3Y", "day")).status()).isEqualTo(Status.MET);
    first = Optional.of(Instant.parse("1998-07-01T06:00:00Z"));
    assertThat(only(within(Kind.RETENTION, "P3Y", "day")).status()).isEqualTo(Status.BREACHED);
  }

  @Test
  void retentionIsMeasuredInAColumnOnly() {
    assertThat(judge(within(Kind.RETENTION, "P3Y"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"2001-07-01, MET", "2001-06-30, BREACHED"})
  void whatIsAvailableByADayIsPromotedByThen(String date, Status expected) {
    last = Optional.empty();
    assertThat(only(on(Kind.GENERAL_AVAILABILITY, date)).status()).isEqualTo(expected);
    last = Optional.of(NOW);
    assertThat(only(on(Kind.GENERAL_AVAILABILITY, date)).status()).isEqualTo(Status.MET);
  }

  @ParameterizedTest
  @CsvSource({
    "2001-07-01, ACTIVE, MET",
    "2001-06-30, ACTIVE, BREACHED",
    "2001-06-30, DEPRECATED, MET",
    "2001-06-30, RETIRED, MET"
  })
  void whatIsSupportedNoLongerIsNotActive(String date, Contract.Status now, Status expected) {
    status = now;
    assertThat(only(on(Kind.END_OF_SUPPORT, date)).status()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "2001-07-02, ACTIVE, true, MET",
    "2001-07-01, ACTIVE, false, BREACHED",
    "2001-07-01, RETIRED, true, BREACHED",
    "2001-07-01, DEPRECATED, true, BREACHED",
    "2001-07-01, DEPRECATED, false, MET",
    "2001-07-01, RETIRED, false, MET"
  })
  void nobodyReadsItFromTheEndOfItsLifeOn(
      String date, Contract.Status now, boolean read, Status expected) {
    status = now;
    consumers = read ? List.of(READER) : List.of();
    Judged judged = only(on(Kind.END_OF_LIFE, date));
    assertThat(judged.status()).isEqualTo(expected);
    if (expected == Status.BREACHED && read) {
      assertThat(judged.message()).contains("it is still read by analytics.delays");
    }
  }

  @ParameterizedTest
  @EnumSource(Contract.Status.class)
  void onlyWhatIsActiveOrDeprecatedPromisesData(Contract.Status now) {
    status = now;
    last = Optional.of(NOW.minus(Duration.ofDays(99)));
    List<Judged> judged =
        judge(
            within(Kind.LATENCY, "P1D"),
            within(Kind.FREQUENCY, "P1D"),
            daily("05:00Z"),
            on(Kind.GENERAL_AVAILABILITY, "1999-01-01"));
    boolean promised = now == Contract.Status.ACTIVE || now == Contract.Status.DEPRECATED;
    assertThat(judged).hasSize(promised ? 4 : 0);
  }

  @Test
  void nothingIsPromisedOfDataBeforeTheFirstPromotion() {
    last = Optional.empty();
    bounds("1990-01-01", "1990-01-01");
    assertThat(
            judge(
                within(Kind.LATENCY, "P1D"),
                within(Kind.LATENCY, "P1D", "day"),
                within(Kind.FREQUENCY, "P1D"),
                within(Kind.RETENTION, "P1D", "day"),
                daily("05:00Z")))
        .isEmpty();
  }

  @Test
  void whatNothingCanMeasureIsNotJudged() {
    assertThat(judge(within(Kind.OTHER, "P1D"))).isEmpty();
  }

  @Test
  void ofOnePropertyThatIsPromisedTwiceTheWorseCounts() {
    last = Optional.of(NOW.minus(Duration.ofHours(30)));
    assertThat(judge(within(Kind.LATENCY, "P2D"), within(Kind.LATENCY, "P1D")))
        .extracting(Judged::status)
        .containsExactly(Status.BREACHED);
    assertThat(judge(within(Kind.LATENCY, "P1D"), within(Kind.LATENCY, "P2D")))
        .extracting(Judged::status)
        .containsExactly(Status.BREACHED);
  }

  @ParameterizedTest
  @CsvSource({
    "2001-08-01, ,",
    "2001-07-31, 30, 30",
    "2001-07-09, 8, 30",
    "2001-07-08, 7, 7",
    "2001-07-03, 2, 7",
    "2001-07-02, 1, 1",
    "2001-07-01, ,",
    "2001-06-01, ,"
  })
  void aSunsetIsWarnedOfThreeTimes(String date, Long days, Integer warning) {
    Contract contract =
        contract("operations.flights", Contract.Status.DEPRECATED, on(Kind.END_OF_LIFE, date));
    Optional<Sunset> sunset = Sunset.of(contract, NOW);
    assertThat(sunset.map(Sunset::days)).isEqualTo(Optional.ofNullable(days));
    assertThat(sunset.map(Sunset::warning)).isEqualTo(Optional.ofNullable(warning));
  }

  @ParameterizedTest
  @CsvSource({"PT59S, 59 s", "PT90M, 1 h 30 min", "PT3H, 3 h", "PT24H, 1 d", "PT51H30M, 2 d 3 h"})
  void lengthsAreForPeople(Duration length, String words) {
    assertThat(Moments.words(length)).isEqualTo(words);
  }
}
