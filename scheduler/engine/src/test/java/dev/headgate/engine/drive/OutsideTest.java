package dev.headgate.engine.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headgate.engine.Engine.Opened;
import dev.headgate.engine.Engine.Requested;
import dev.headgate.engine.fake.Defined;
import dev.headgate.model.HeadgateException;
import dev.headgate.model.decision.Decision;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Job;
import dev.headgate.model.product.Product.ParameterType;
import dev.headgate.model.product.ProductName;
import dev.headgate.model.release.Release;
import dev.headgate.model.release.ReleaseKind;
import dev.headgate.model.release.ReleaseState;
import dev.headgate.model.release.Run;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Content that others bring: open releases, submissions; and what the clock brings. */
class OutsideTest {
  private static final ProductName P = ProductName.parse("operations.flights");
  private static final DatasetName TABLE = DatasetName.parse("operations.flights");

  @TempDir Path logs;
  private World world;

  @BeforeEach
  void given() {
    world = new World(logs);
  }

  private void open() {
    world.apply(
        Defined.product("operations.flights")
            .dataset(
                "operations.flights", d -> d.job(new Job(Job.OPEN, Map.of(), Map.of())).notBad()));
  }

  @Test
  void anOpenReleaseIsWrittenBetweenOpenAndClose() {
    open();
    assertThat(world.releases("operations.flights")).isEmpty();
    Opened opened = world.engine.requests.open(P, "airflow");
    String branch = opened.access().warehouse();
    assertThat(opened.release().state()).isEqualTo(ReleaseState.BUILDING);
    world.lake.write(branch, opened.access().token(), TABLE, "from outside");
    world.settle();
    assertThat(world.release(opened.release().id()).state()).isEqualTo(ReleaseState.BUILDING);

    world.engine.interventions.close(opened.release().id(), "airflow");
    world.wake("operations.flights");

    assertThat(world.release(opened.release().id()).state()).isEqualTo(ReleaseState.PROMOTED);
    assertThat(world.main("operations.flights")).contains("from outside");
    assertThat(world.verdict(opened.release().id()).results()).hasSize(1);
    assertThat(world.actions()).contains("release.opened", "release.closed");
    assertThatThrownBy(() -> world.lake.write(branch, opened.access().token(), TABLE, "too late"))
        .isNotNull();
  }

  @Test
  void onlyOneIsOpenAndOnlyForProductsThatSaySo() {
    open();
    Opened opened = world.engine.requests.open(P, "airflow");
    assertThatThrownBy(() -> world.engine.requests.open(P, "airflow"))
        .hasMessageContaining("release " + opened.release().id() + " is building");
    assertThatThrownBy(() -> world.engine.requests.build(P, Map.of(), "ana"))
        .hasMessageContaining("headgate release open");
    world.apply(Defined.product("operations.flights").dataset("operations.flights"));
    assertThatThrownBy(() -> world.engine.requests.open(P, "airflow"))
        .hasMessageContaining("headgate build");
  }

  @Test
  void whatIsNeverClosedEnds() {
    open();
    long id = world.engine.requests.open(P, "airflow").release().id();
    world.wake("operations.flights");
    world.later(Duration.ofDays(7));
    assertThat(world.release(id).state()).isEqualTo(ReleaseState.FAILED);
    assertThat(world.release(id).reason().orElseThrow()).contains("was not closed");
  }

  @Test
  void aSubmissionWritesTheWholeProductInOneRun() {
    world.apply(
        Defined.product("operations.flights")
            .dataset("operations.flights", d -> d.notBad())
            .dataset("operations.routes", "operations.flights"));
    Job job = new Job("fake", Map.of("logic", " submitted"), Map.of());
    Requested requested = world.engine.requests.submit(P, job, "ben");
    world.wake("operations.flights");
    Release release = world.release(requested.release().orElseThrow().id());
    assertThat(release.kind()).isEqualTo(ReleaseKind.SUBMIT);
    assertThat(release.state()).isEqualTo(ReleaseState.PROMOTED);
    assertThat(world.runs(release.id()))
        .extracting(Run::id)
        .containsExactly(release.id() + "-submit");
    assertThat(world.main("operations.routes")).isPresent();
    assertThat(world.main("operations.flights")).contains("flights submitted[]");
  }

  @Test
  void aSubmissionNeedsNoParametersOfTheJobsThatItReplaces() {
    world.apply(
        Defined.product("operations.flights")
            .parameter("day", ParameterType.DATE, false)
            .dataset("operations.flights"));
    Job job = new Job("fake", Map.of("logic", " submitted"), Map.of());
    Requested requested = world.engine.requests.submit(P, job, "ben");
    world.wake("operations.flights");
    Release release = world.release(requested.release().orElseThrow().id());
    assertThat(release.state()).isEqualTo(ReleaseState.PROMOTED);
  }

  @Test
  void anOpenReleaseThatWroteNothingIsNotClosed() {
    open();
    long id = world.engine.requests.open(P, "airflow").release().id();
    world.wake("operations.flights");
    assertThatThrownBy(() -> world.engine.interventions.close(id, "airflow"))
        .isInstanceOf(HeadgateException.class)
        .hasMessageContaining("nothing was written on release-" + id)
        .hasMessageContaining("headgate release cancel " + id);
    assertThat(world.release(id).state()).isEqualTo(ReleaseState.BUILDING);
  }

  @Test
  void aFiringCountsOnce() {
    world.apply(
        Defined.product("operations.flights").onCron("30 6 * * *").dataset("operations.flights"));
    assertThat(world.releases("operations.flights")).isEmpty();
    Instant scheduled = world.clock.instant();
    for (int i = 0; i < 3; i++) {
      world.engine.requests.fired(P, scheduled);
      world.wake("operations.flights");
    }
    assertThat(world.releases("operations.flights")).hasSize(1);
    world.engine.requests.fired(P, scheduled.plusSeconds(60));
    world.later(Duration.ofMinutes(2));
    world.wake("operations.flights");
    assertThat(world.releases("operations.flights")).hasSize(2);
    assertThat(world.latest("operations.flights").startedBecause().get(0))
        .startsWith("cron '30 6 * * *' fired at");
  }

  @Test
  void parametersAreCheckedAndReachTheJob() {
    world.apply(
        Defined.product("operations.flights")
            .parameter("day", ParameterType.DATE, true)
            .dataset("operations.flights"));
    assertThatThrownBy(() -> world.build("operations.flights", Map.of("dy", "x")))
        .hasMessageContaining("has no parameter dy; it has day");
    assertThatThrownBy(() -> world.build("operations.flights", Map.of("day", "30.6.")))
        .hasMessageContaining("a date such as 2001-06-30");
    world.build("operations.flights", Map.of("day", "2001-06-30"));
    assertThat(world.main("operations.flights")).contains("flights{day=2001-06-30}[]");
    assertThat(world.engine.answers.why(P).decision()).isInstanceOf(Decision.UpToDate.class);
  }
}
