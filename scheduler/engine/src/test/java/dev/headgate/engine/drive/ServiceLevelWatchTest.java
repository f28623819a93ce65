package dev.headgate.engine.drive;

import static dev.headgate.engine.fake.FakeServiceLevels.contract;
import static dev.headgate.engine.fake.FakeServiceLevels.on;
import static dev.headgate.engine.fake.FakeServiceLevels.within;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.headgate.engine.fake.Defined;
import dev.headgate.engine.servicelevel.Ending;
import dev.headgate.model.contract.Contract;
import dev.headgate.model.contract.ServiceLevel;
import dev.headgate.model.contract.ServiceLevel.Kind;
import dev.headgate.model.lake.TableDescription;
import dev.headgate.model.lake.TableDescription.ColumnBounds;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Definitions;
import dev.headgate.model.product.Product;
import dev.headgate.model.product.ProductName;
import dev.headgate.model.release.ReleaseState;
import dev.headgate.model.store.BreachStore.Breach;
import dev.headgate.model.store.Outbox;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Breaches begin and end, each noted and told once. */
class ServiceLevelWatchTest {
  private static final DatasetName FLIGHTS = DatasetName.parse("operations.flights");
  private static final Duration DAY = Duration.ofDays(1);

  @TempDir Path logs;
  private World world;

  @BeforeEach
  void given() {
    world = new World(logs);
    world.lake.commit(DatasetName.parse("landing.files"), "june");
  }

  private static Defined flights(Contract.Status status, ServiceLevel... promised) {
    return Defined.product("operations.flights")
        .onAnyInput()
        .post("service-level-breached", "service-level-met")
        .dataset(
            "operations.flights",
            d -> d.contract(contract("operations.flights", status, promised)),
            "landing.files");
  }

  private static Defined delays() {
    return Defined.product("analytics.delays")
        .post("sunset-approaching")
        .dataset("analytics.daily", "operations.flights");
  }

  private void promising(ServiceLevel... promised) {
    world.apply(flights(Contract.Status.ACTIVE, promised));
    assertThat(world.latest("operations.flights").state()).isEqualTo(ReleaseState.PROMOTED);
  }

  private void look() {
    world.engine.serviceLevels.look();
    world.settle();
  }

  private void lookLater(Duration by) {
    world.later(by);
    look();
  }

  private List<Breach> open() {
    return world.store.transact(tx -> tx.breaches().open());
  }

  private List<String> told() {
    return world.plugins.posted().stream()
        .map(e -> e.type() + " " + e.data().get("dataset") + " " + e.data().get("property"))
        .toList();
  }

  private void described(String lower, String upper) {
    world.lake.described(
        "main",
        FLIGHTS,
        new TableDescription(
            List.of(),
            List.of(),
            OptionalLong.of(1),
            Optional.empty(),
            OptionalLong.of(6),
            Map.of(
                "day",
                new ColumnBounds(OptionalLong.of(0), Optional.of(lower), Optional.of(upper))),
            OptionalLong.empty(),
            Optional.empty()));
  }

  @Test
  void aLengthThatIsNoneHidesNoOtherDataset() {
    promising(within(Kind.LATENCY, "P1D"));
    lookLater(DAY.plusSeconds(1));
    assertThat(open()).hasSize(1);
    world.apply(
        flights(Contract.Status.ACTIVE, within(Kind.LATENCY, "P1D"), within(Kind.FREQUENCY, "?")),
        Defined.product("zoo.visits")
            .onAnyInput()
            .post("service-level-breached")
            .dataset(
                "zoo.visits",
                d ->
                    d.contract(
                        contract(
                            "zoo.visits",
                            Contract.Status.ACTIVE,
                            within(Kind.LATENCY, "P1D"),
                            within(Kind.RETENTION, "P999999999Y", "day"),
                            within(Kind.FREQUENCY, "PT9999999999999H"))),
                "landing.files"));
    lookLater(DAY.plusSeconds(1));
    assertThat(open())
        .extracting(b -> b.dataset() + " " + b.property())
        .containsExactlyInAnyOrder("operations.flights latency", "zoo.visits latency");
  }

  @Test
  void aBreachIsToldOnceAndSoIsItsEnd() {
    promising(within(Kind.LATENCY, "P1D"));
    lookLater(DAY);
    assertThat(open()).isEmpty();

    lookLater(Duration.ofSeconds(1));
    Instant since = world.clock.instant();
    lookLater(DAY);
    assertThat(open())
        .containsExactly(
            new Breach(
                FLIGHTS,
                "latency",
                "the newest promotion is 1 d old, and at most P1D is promised",
                since,
                Optional.empty()));
    assertThat(told()).containsExactly("service-level-breached operations.flights latency");

    world.commit("landing.files", "july");
    look();
    lookLater(Duration.ofMinutes(1));
    assertThat(open()).isEmpty();
    assertThat(told())
        .containsExactly(
            "service-level-breached operations.flights latency",
            "service-level-met operations.flights latency");
    Outbox.Event met = world.plugins.posted().get(1);
    assertThat(met.product()).map(Object::toString).contains("operations.flights");
    assertThat(met.data())
        .containsEntry("since", since.toString())
        .containsEntry("message", "it is met");
  }

  @Test
  void aRestartTellsNothingAgain() {
    promising(within(Kind.LATENCY, "P1D"));
    lookLater(DAY.multipliedBy(2));
    world.restart();
    look();

    assertThat(open()).hasSize(1);
    assertThat(told()).hasSize(1);
  }

  @Test
  void whatIsNotPromisedAnyMoreIsNoBreach() {
    promising(within(Kind.LATENCY, "P1D"), within(Kind.FREQUENCY, "P1D"));
    lookLater(DAY.multipliedBy(2));
    assertThat(open()).hasSize(2);

    world.apply(flights(Contract.Status.ACTIVE, within(Kind.LATENCY, "P1D")));
    lookLater(DAY.multipliedBy(2));
    assertThat(open()).extracting(Breach::property).containsExactly("latency");
    assertThat(told()).endsWith("service-level-met operations.flights frequency");

    world.apply(Defined.product("operations.other").dataset("operations.other"));
    look();
    assertThat(open()).isEmpty();
    assertThat(world.plugins.sunk())
        .last()
        .satisfies(
            event -> {
              assertThat(event.product()).isEmpty();
              assertThat(event.data()).containsEntry("message", "it is not promised any more");
            });
  }

  @Test
  void aTableIsDescribedOncePerPromotion() {
    promising(within(Kind.LATENCY, "P3D", "day"));
    described("2001-06-01", "2001-07-01");
    look();
    described("2001-06-01", "2001-06-01");
    lookLater(Duration.ofMinutes(1));
    assertThat(open()).isEmpty();

    world.commit("landing.files", "july");
    look();
    assertThat(open())
        .extracting(Breach::property, Breach::message)
        .containsExactly(
            tuple(
                "latency of day",
                "the newest day, 2001-06-01, is 29 d 6 h old, and at most P3D is promised"));
  }

  @Test
  void whatCannotBeToldChangesNothing() {
    promising(within(Kind.LATENCY, "P3D", "day"));
    described("2001-06-01", "2001-06-01");
    look();
    assertThat(open()).hasSize(1);

    described("2001-06-01", "?");
    world.commit("landing.files", "july");
    look();
    assertThat(open()).hasSize(1);
    assertThat(told()).hasSize(1);
  }

  @Test
  void afterARollbackTheDataIsAsOldAsItWas() {
    promising(within(Kind.LATENCY, "P2D"));
    world.later(DAY);
    world.commit("landing.files", "july");
    lookLater(DAY.plusHours(1));
    assertThat(open()).isEmpty();

    world.rollback("operations.flights");
    look();
    assertThat(open()).hasSize(1);
  }

  @Test
  void consumersAreWarnedBeforeASunsetThreeTimes() {
    world.apply(flights(Contract.Status.DEPRECATED, on(Kind.END_OF_LIFE, "2001-08-10")), delays());
    look();
    assertThat(world.plugins.posted()).isEmpty();

    for (int day = 0; day < 50; day++) {
      lookLater(DAY);
      if (day % 7 == 0) {
        world.restart();
      }
    }

    List<Outbox.Event> warnings =
        world.plugins.posted().stream().filter(e -> e.type().equals("sunset-approaching")).toList();
    assertThat(warnings).extracting(e -> e.data().get("days")).containsExactly("30", "7", "1");
    assertThat(warnings)
        .allSatisfy(
            e -> {
              assertThat(e.product()).map(Object::toString).contains("analytics.delays");
              assertThat(e.data())
                  .containsEntry("dataset", "operations.flights")
                  .containsEntry("date", "2001-08-10");
            });
    assertThat(open())
        .extracting(Breach::property, Breach::since)
        .containsExactly(tuple("end_of_life", Instant.parse("2001-08-10T06:00:00Z")));
  }

  @Test
  void whoReadsSeesWhatEndsAndWhatHasEnded() {
    world.apply(flights(Contract.Status.DEPRECATED, on(Kind.END_OF_LIFE, "2001-08-10")), delays());
    assertThat(ending("2001-07-10T00:00:00Z")).isEmpty();
    assertThat(ending("2001-07-11T00:00:00Z"))
        .containsExactly(
            "nobody should read operations.flights from 2001-08-10 on, which is in 30 days");
    assertThat(ending("2001-08-10T00:00:00Z"))
        .containsExactly("nobody should read operations.flights any more: it ended on 2001-08-10");
  }

  private List<String> ending(String now) {
    Definitions definitions = world.store.transact(tx -> tx.definitions().current());
    Product reader = definitions.products().get(ProductName.parse("analytics.delays"));
    return Ending.of(definitions, reader, Instant.parse(now)).stream()
        .map(Ending::sentence)
        .toList();
  }

  @Test
  void whatCannotBeDescribedHoldsNothingElseUp() {
    world.apply(
        flights(Contract.Status.ACTIVE, within(Kind.LATENCY, "P1D", "day")),
        Defined.product("operations.other")
            .dataset(
                "operations.other",
                d ->
                    d.contract(
                        contract(
                            "operations.other",
                            Contract.Status.ACTIVE,
                            on(Kind.GENERAL_AVAILABILITY, "2001-01-01")))));
    world.lake.failDescriptions();
    look();

    assertThat(open()).extracting(b -> b.dataset().toString()).containsExactly("operations.other");
  }
}
