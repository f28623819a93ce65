package dev.headgate.store;

import static dev.headgate.store.Samples.DAILY;
import static dev.headgate.store.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headgate.model.product.DatasetName;
import dev.headgate.model.store.MetricStore.Measurement;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

abstract class MetricSuite extends StoreSuite {
  private static final DatasetName OTHER = DatasetName.parse("analytics.other");

  MetricSuite(Supplier<TestDatabase> databases) {
    super(databases);
  }

  private static Measurement measured(String rule, String definition, long snapshot, long second) {
    return new Measurement(
        DAILY,
        rule,
        definition,
        snapshot,
        second,
        BigDecimal.valueOf(second),
        true,
        NOON.plusSeconds(second));
  }

  private void put(Measurement... measurements) {
    write(t -> List.of(measurements).forEach(t.metrics()::put));
  }

  @Test
  void theHistoryOfARuleIsNewestFirst() {
    Measurement first = measured("rows", "d", 1, 1);
    Measurement second = measured("rows", "d", 2, 2);
    Measurement third = measured("rows", "changed", 3, 3);
    put(second, first, measured("nulls", "d", 1, 9), third);

    assertAll(t -> t.metrics().history(DAILY, "rows", 10)).containsExactly(third, second, first);
    assertAll(t -> t.metrics().history(DAILY, "rows", 2)).containsExactly(third, second);
    assertAll(t -> t.metrics().history(OTHER, "rows", 10)).isEmpty();
  }

  @Test
  void whatIsMeasuredAgainReplacesWhatWasMeasured() {
    Measurement again =
        new Measurement(
            DAILY, "rows", "d", 1, 7, new BigDecimal("5.5"), false, NOON.plusSeconds(3));
    put(measured("rows", "d", 1, 1), measured("rows", "d", 2, 2), again);

    assertAll(t -> t.metrics().history(DAILY, "rows", 10))
        .containsExactly(again, measured("rows", "d", 2, 2));
  }

  @Test
  void aMeasurementIsFoundByWhatItMeansAndItsSnapshot() {
    Measurement old = measured("rows", "d", 1, 1);
    Measurement renamed = measured("row count", "d", 1, 2);
    put(renamed, old, measured("rows", "d", 2, 3), measured("rows", "e", 1, 4));

    assertOne(t -> t.metrics().find(DAILY, "d", 1)).contains(renamed);
    assertOne(t -> t.metrics().find(DAILY, "d", 3)).isEmpty();
    assertOne(t -> t.metrics().find(DAILY, "f", 1)).isEmpty();
    assertOne(t -> t.metrics().find(OTHER, "d", 1)).isEmpty();
  }

  @Test
  void theNewestOfEachRuleSurvivesAPurge() {
    Measurement newest = measured("rows", "d", 3, 3);
    Measurement lonely = measured("nulls", "d", 1, 1);
    Measurement young = measured("size", "d", 1, 20);
    Measurement younger = measured("size", "d", 2, 21);
    put(measured("rows", "d", 1, 1), measured("rows", "d", 2, 2), newest, lonely, young, younger);

    assertThat(this.<Integer>read(t -> t.metrics().purge(NOON.plusSeconds(10)))).isEqualTo(2);

    assertAll(t -> t.metrics().history(DAILY, "rows", 10)).containsExactly(newest);
    assertAll(t -> t.metrics().history(DAILY, "nulls", 10)).containsExactly(lonely);
    assertAll(t -> t.metrics().history(DAILY, "size", 10)).containsExactly(younger, young);
  }

  @Test
  void ofWhatWasMeasuredAtOnceOneSurvivesAPurge() {
    put(measured("rows", "a", 1, 1), measured("rows", "b", 1, 1));

    assertThat(this.<Integer>read(t -> t.metrics().purge(NOON.plusSeconds(10)))).isEqualTo(1);
    assertAll(t -> t.metrics().history(DAILY, "rows", 10))
        .containsExactly(measured("rows", "b", 1, 1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-1116",
        "1.50",
        "0.00000000000000000001",
        "1E+3",
        "1E-30",
        "123456789012345678901234567890.123456789"
      })
  void aValueKeepsItsDigits(String value) {
    Measurement exact = new Measurement(DAILY, "r", "d", -1, 0, new BigDecimal(value), true, NOON);
    put(exact);

    assertOne(t -> t.metrics().find(DAILY, "d", -1)).contains(exact);
  }

  @Test
  void eightThreadsPutOneMeasurement() {
    atOnce(
        THREADS,
        () -> {
          put(measured("rows", "d", 1, 1));
          return true;
        });

    assertThat(database.count("hg_metric")).isEqualTo(1);
  }
}
