package dev.headgate.engine.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.headgate.engine.CheckedProduct;
import dev.headgate.engine.fake.Defined;
import dev.headgate.model.product.ProductName;
import dev.headgate.model.release.Finding;
import dev.headgate.model.release.Finding.Outcome;
import dev.headgate.model.release.ReleaseState;
import dev.headgate.spi.JobOutcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A view may be looked at before it shows anything; a release must bring what it says. */
class NotThereYetTest {
  private static final String PRODUCT = "analytics.delays";

  @TempDir Path logs;
  private World world;

  @BeforeEach
  void given() {
    world = new World(logs);
    world.apply(
        Defined.product(PRODUCT)
            .onAnyInput()
            .dataset(
                "analytics.daily", d -> d.contract("1.0.0", "delay").notBad(), "landing.files"));
  }

  @Test
  void whatAViewDoesNotShowIsNotJudgedThere() throws Exception {
    CheckedProduct checked =
        world
            .engine
            .checking
            .check(Optional.empty(), Optional.of(ProductName.parse(PRODUCT)), "main")
            .get(0);

    assertThat(checked.errors()).isEmpty();
    assertThat(checked.findings())
        .extracting(Finding::rule, Finding::outcome, Finding::message)
        .containsExactly(
            tuple(
                "schema",
                Outcome.SKIPPED,
                "it is not in main, so that neither its schema nor its rules can be judged"));
  }

  @Test
  void aReleaseThatDoesNotBringItsDatasetIsHeld() {
    world.plugins.jobs().next("daily", (request, listener) -> new JobOutcome.Succeeded(Map.of()));
    world.commit("landing.files", "good");
    for (int i = 0; i < 9; i++) {
      world.later(Duration.ofHours(1));
    }

    assertThat(world.latest(PRODUCT).state()).isEqualTo(ReleaseState.HELD);
  }
}
