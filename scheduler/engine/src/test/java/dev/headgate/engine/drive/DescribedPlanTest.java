package dev.headgate.engine.drive;

import static dev.headgate.engine.glossary.Words.column;
import static dev.headgate.engine.glossary.Words.promised;
import static dev.headgate.engine.glossary.Words.term;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headgate.engine.Engine;
import dev.headgate.engine.Plan;
import dev.headgate.engine.Plan.Finding;
import dev.headgate.engine.PlanRefusedException;
import dev.headgate.engine.fake.Defined;
import dev.headgate.engine.glossary.Words;
import dev.headgate.model.product.Definitions;
import dev.headgate.model.product.Descriptor;
import dev.headgate.model.product.Descriptor.Port;
import dev.headgate.model.product.ProductName;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plan says what becomes of descriptors and terms, and what is wrong with them. */
class DescribedPlanTest {
  private static final Defined FLIGHTS =
      promised("operations.flights", column("origin:string@airport-code"));

  @TempDir Path logs;
  private World world;

  @BeforeEach
  void given() {
    world = new World(logs);
  }

  private static Definitions described(String version, String owner, String type) {
    Definitions terms = Words.with(Defined.all(FLIGHTS), term("airport-code", "", type));
    Descriptor descriptor =
        new Descriptor(
            "flights",
            Optional.of(version),
            "active",
            Optional.of("Each flight"),
            List.of(owner),
            List.of(),
            List.of(new Port("flights", Optional.of("1"), Optional.of("flights"))),
            List.of(),
            Map.of(),
            "operations/flights.odps.yaml");
    return new Definitions(
        terms.domains(),
        terms.products(),
        Map.of(ProductName.parse("operations.flights"), descriptor),
        List.of(),
        terms.glossary(),
        terms.bundle());
  }

  @Test
  void changesOfBothAreListed() {
    world.store.transact(
        tx -> tx.definitions().apply(0, described("1.0.0", "ana", "string"), "ana"));

    Plan plan = world.engine.planner.plan(described("1.1.0", "ana", "STRING"));

    assertThat(plan.changes())
        .extracting(Plan.Change::toString)
        .containsExactly(
            "Change[kind=CHANGED, subject=descriptor operations.flights, details=[version: 1.0.0 →"
                + " 1.1.0]]",
            "Change[kind=CHANGED, subject=term airport-code, details=[type: string → STRING]]");
    assertThat(plan.findings()).isEmpty();
  }

  @Test
  void anOwnerWhoOwnsNotTheDomainIsAWarning() {
    assertThat(world.engine.planner.plan(described("1.0.0", "zoe", "string")).findings())
        .extracting(Finding::line)
        .containsExactly(
            "product operations.flights: its descriptor operations/flights.odps.yaml names as owner"
                + " zoe: expected owners of the domain 'operations', ana, ben");
  }

  @Test
  void aColumnOfAnotherTypeThanItsTermIsNotApplied() {
    try (Engine engine =
        new HeadgateEngine(
            new Parts(world.store, world.lake, world.plugins, world.clock, world.config))) {
      assertThatThrownBy(() -> engine.apply(0, described("1.0.0", "ana", "BIGINT"), "ana"))
          .isInstanceOf(PlanRefusedException.class)
          .hasMessageContaining("expected BIGINT as in glossary.yaml:2, found string");
    }
    assertThat(world.store.<Long>transact(tx -> tx.definitions().revision())).isEqualTo(0);
  }
}
