package dev.headgate.engine.drive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headgate.engine.fake.Defined;
import dev.headgate.model.decision.Decision;
import dev.headgate.model.product.ProductName;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A release is started only on majors of its inputs that it accepts. */
class MajorsTest {
  @TempDir Path logs;
  private World world;

  @BeforeEach
  void start() {
    world = new World(logs);
  }

  private static Defined flights(String version) {
    return Defined.product("operations.flights")
        .onAnyInput()
        .dataset("operations.flights", d -> d.contract(version, "delay"), "landing.files");
  }

  private static Defined delays(String majors) {
    return Defined.product("analytics.delays")
        .onAnyInput()
        .dataset(
            "analytics.daily", d -> d.accepts("operations.flights", majors), "operations.flights");
  }

  private List<String> blockers() {
    Decision decision = world.engine.answers.why(ProductName.parse("analytics.delays")).decision();
    return ((Decision.Wait) decision).blockedBy();
  }

  @Test
  void anAcceptedMajorIsBuiltOn() {
    world.apply(flights("2.1.0"), delays("1-2"));
    world.commit("landing.files", "june");
    assertThat(world.main("analytics.daily")).contains("daily[flights[june]]");
  }

  @Test
  void anotherMajorIsNotAndItSaysSo() {
    world.apply(flights("3.0.0"), delays("1-2"));
    world.commit("landing.files", "june");
    assertThat(world.releases("analytics.delays")).isEmpty();
    assertThat(blockers())
        .containsExactly(
            "analytics.daily reads operations.flights@1-2, but version 3.0.0 of its contract is"
                + " promoted");
    world.apply(flights("3.0.0"), delays("3"));
    assertThat(world.main("analytics.daily")).contains("daily[flights[june]]");
  }

  @Test
  void norIsAnInputWithoutAContract() {
    world.apply(
        Defined.product("operations.flights")
            .onAnyInput()
            .dataset("operations.flights", "landing.files"),
        delays("1"));
    world.commit("landing.files", "june");
    assertThat(world.releases("analytics.delays")).isEmpty();
    assertThat(blockers())
        .containsExactly(
            "analytics.daily reads operations.flights@1, but it was promoted without a contract");
  }
}
