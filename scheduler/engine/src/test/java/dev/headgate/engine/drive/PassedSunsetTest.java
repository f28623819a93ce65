package dev.headgate.engine.drive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headgate.engine.Plan.Finding;
import dev.headgate.engine.Plan.Severity;
import dev.headgate.engine.fake.Defined;
import dev.headgate.engine.fake.FakeServiceLevels;
import dev.headgate.engine.glossary.Words;
import dev.headgate.model.contract.Contract;
import dev.headgate.model.contract.ServiceLevel.Kind;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Definitions;
import dev.headgate.model.product.Places;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plan says whose consumers are left with a dataset past its end; it is 2001-07-01. */
class PassedSunsetTest {
  private static final Defined READER =
      Defined.product("shop.totals").dataset("shop.totals", "sales.orders");
  private static final Defined ANOTHER =
      Defined.product("shop.report").dataset("shop.report", "sales.orders");

  @TempDir Path logs;
  private World world;

  @BeforeEach
  void given() {
    world = new World(logs);
  }

  private static Defined orders(Kind kind, String day) {
    Contract contract =
        FakeServiceLevels.contract(
            "sales.orders", Contract.Status.DEPRECATED, FakeServiceLevels.on(kind, day));
    return Defined.product("sales.orders")
        .dataset("sales.orders", d -> d.contract(contract), "landing.files")
        .dataset("sales.sums", "sales.orders");
  }

  private List<Finding> findings(Definitions next) {
    return world.engine.planner.plan(next).findings().stream()
        .filter(finding -> finding.rule().equals("sunset-passed"))
        .toList();
  }

  @Test
  void consumersOfWhatHasEndedAreNamedAtTheContract() {
    Places.Builder places = new Places.Builder();
    places.add(
        Places.Kind.CONTRACT,
        DatasetName.parse("sales.orders"),
        "",
        new Places.Place("orders.odcs.yaml", 7, 5));

    assertThat(
            findings(
                Words.placed(
                    Defined.all(orders(Kind.END_OF_LIFE, "2001-06-30"), READER, ANOTHER),
                    places.build())))
        .singleElement()
        .satisfies(f -> assertThat(f.severity()).isEqualTo(Severity.WARNING))
        .extracting(Finding::line)
        .isEqualTo(
            "orders.odcs.yaml:7:5: the contract of sales.orders has ended its life on 2001-06-30,"
                + " and shop.report, shop.totals read it: expected a day to come, or consumers that"
                + " have left");
  }

  @Test
  void itEndsAsTheDayBegins() {
    assertThat(findings(Defined.all(orders(Kind.END_OF_LIFE, "2001-07-01"), READER)))
        .extracting(Finding::line)
        .containsExactly(
            "dataset sales.orders: the contract of sales.orders has ended its life on 2001-07-01,"
                + " and shop.totals reads it: expected a day to come, or consumers that have left");
    assertThat(findings(Defined.all(orders(Kind.END_OF_LIFE, "2001-07-02"), READER))).isEmpty();
  }

  @Test
  void whatOnlyItsOwnProductReadsMayEnd() {
    assertThat(findings(Defined.all(orders(Kind.END_OF_LIFE, "2001-06-30")))).isEmpty();
  }

  @Test
  void withoutSupportItCanStillBeRead() {
    assertThat(findings(Defined.all(orders(Kind.END_OF_SUPPORT, "2001-06-30"), READER))).isEmpty();
  }
}
