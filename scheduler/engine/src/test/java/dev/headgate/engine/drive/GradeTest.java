package dev.headgate.engine.drive;

import static dev.headgate.engine.fake.FakeServiceLevels.contract;
import static dev.headgate.engine.fake.FakeServiceLevels.within;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headgate.engine.fake.Defined;
import dev.headgate.engine.grade.Criterion;
import dev.headgate.engine.grade.Grade.Reason;
import dev.headgate.model.HeadgateException;
import dev.headgate.model.contract.Contract;
import dev.headgate.model.contract.ServiceLevel.Kind;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.ProductName;
import dev.headgate.model.release.ReleaseState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Grades and labels follow what is on record, as soon as it is. */
class GradeTest {
  private static final String PRODUCT = "operations.flights";
  private static final DatasetName FLIGHTS = DatasetName.parse("operations.flights");
  private static final DatasetName DELAYS = DatasetName.parse("operations.delays");
  private static final Duration DAY = Duration.ofDays(1);

  @TempDir Path logs;
  private World world;

  @BeforeEach
  void given() {
    world = new World(logs);
    world.lake.commit(DatasetName.parse("landing.files"), "june");
    world.apply(
        Defined.product(PRODUCT)
            .onAnyInput()
            .dataset(
                "operations.flights",
                d ->
                    d.notBad()
                        .contract(
                            contract(
                                "operations.flights",
                                Contract.Status.ACTIVE,
                                within(Kind.LATENCY, "PT72H"))),
                "landing.files")
            .dataset("operations.delays", "operations.flights"));
    assertThat(world.latest(PRODUCT).state()).isEqualTo(ReleaseState.PROMOTED);
  }

  private int points(Criterion criterion) {
    return world.engine.grades.of(ProductName.parse(PRODUCT)).grade().reasons().stream()
        .filter(reason -> reason.criterion() == criterion)
        .mapToInt(Reason::points)
        .sum();
  }

  private Map<String, String> labels(DatasetName dataset) {
    return world.engine.labels.of(dataset);
  }

  private long waive(String scope) {
    long id =
        world
            .engine
            .waivers
            .waive("notBad", scope, "it is late", world.clock.instant().plus(DAY), "ana")
            .waiver()
            .id();
    world.wake(PRODUCT);
    return id;
  }

  @Test
  void aTableSaysWhoseItIsAndHowGood() {
    Map<String, String> labels = labels(FLIGHTS);
    assertThat(labels)
        .containsEntry("headgate.product", "operations.flights")
        .containsEntry("headgate.owners", "ana; ben")
        .containsEntry("headgate.contract-status", "ACTIVE")
        .containsKey("headgate.contract")
        .doesNotContainKeys("headgate.waivers", "headgate.breaches");
    assertThat(labels.get("headgate.grade")).matches("[A-F] \\([0-9]+ of 100\\)");
    assertThat(labels(DELAYS)).doesNotContainKey("headgate.contract");
    assertThat(labels(DatasetName.parse("landing.files"))).isEmpty();
  }

  @Test
  void aPromotionAndItsVerdictCount() {
    assertThat(points(Criterion.PASSING)).isEqualTo(Criterion.PASSING.most());
    assertThat(points(Criterion.AGE)).isEqualTo(Criterion.AGE.most());
    world.commit("landing.files", "bad");
    assertThat(world.latest(PRODUCT).state()).isEqualTo(ReleaseState.HELD);
    assertThat(points(Criterion.PASSING)).isBetween(1, Criterion.PASSING.most() - 1);
  }

  @Test
  void aWaiverShowsWhereItHoldsUntilItEnds() {
    labels(FLIGHTS);
    labels(DELAYS);
    waive("operations.flights");
    assertThat(labels(FLIGHTS).get("headgate.waivers"))
        .startsWith("'notBad' until ")
        .endsWith(": it is late");
    assertThat(points(Criterion.WAIVERS)).isEqualTo(10);
    world.later(DAY);
    world.wake(PRODUCT);
    assertThat(labels(FLIGHTS)).doesNotContainKey("headgate.waivers");
    assertThat(points(Criterion.WAIVERS)).isEqualTo(15);
  }

  @Test
  void aRevokedWaiverIsGone() {
    long id = waive("operations");
    assertThat(labels(DELAYS)).containsKey("headgate.waivers");
    world.engine.waivers.revoke(id, "ana");
    world.wake(PRODUCT);
    assertThat(labels(DELAYS)).doesNotContainKey("headgate.waivers");
  }

  @Test
  void aBreachShowsOnItsTableUntilItEnds() {
    world.later(DAY.multipliedBy(4));
    world.engine.serviceLevels.look();
    assertThat(labels(FLIGHTS).get("headgate.breaches")).startsWith("'latency' since ");
    assertThat(labels(DELAYS)).doesNotContainKey("headgate.breaches");
    assertThat(points(Criterion.KEPT)).isZero();
    assertThat(points(Criterion.AGE)).isZero();
    world.commit("landing.files", "july");
    world.engine.serviceLevels.look();
    assertThat(labels(FLIGHTS)).doesNotContainKey("headgate.breaches");
    assertThat(points(Criterion.KEPT)).isEqualTo(5);
    assertThat(points(Criterion.AGE)).isEqualTo(Criterion.AGE.most());
  }

  @Test
  void labelsAreReadOnceUntilSomethingHappens() {
    Map<String, String> first = labels(FLIGHTS);
    assertThat(labels(FLIGHTS)).isSameAs(first);
    world.wake(PRODUCT);
    assertThat(labels(FLIGHTS)).isNotSameAs(first).isEqualTo(first);
  }

  @Test
  void whatIsNoProductHasNoGrade() {
    assertThatThrownBy(() -> world.engine.grades.of(ProductName.parse("operations.other")))
        .isInstanceOf(HeadgateException.class);
  }
}
