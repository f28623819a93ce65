package dev.headgate.store;

import static dev.headgate.store.Samples.DELAYS;
import static dev.headgate.store.Samples.NOON;
import static dev.headgate.store.Samples.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headgate.model.ErrorCode;
import dev.headgate.model.release.Run;
import dev.headgate.model.release.RunState;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

abstract class RunSuite extends StoreSuite {
  RunSuite(Supplier<TestDatabase> databases) {
    super(databases);
  }

  @BeforeEach
  void addRelease() {
    write(t -> t.releases().insert(Samples.release(1, DELAYS, "f")));
  }

  @Test
  void aRunIsReplacedAndKeepsItsPlace() {
    Run first = run("1-b", 1);
    Run second = run("1-a", 1);
    Run started =
        new Run(
            "1-b",
            1,
            Samples.DAILY,
            RunState.RUNNING,
            2,
            Optional.of(41L),
            Optional.of("again"),
            Optional.of(NOON),
            Optional.of(NOON),
            Optional.empty());

    write(
        t -> {
          t.runs().put(first);
          t.runs().put(second);
        });
    write(t -> t.runs().put(started));

    assertAll(t -> t.runs().ofRelease(1)).containsExactly(started, second);
    assertOne(t -> t.runs().find("1-b")).contains(started);
    assertOne(t -> t.runs().find("1-c")).isEmpty();
    assertAll(t -> t.runs().ofRelease(2)).isEmpty();
  }

  @Test
  void eightThreadsPutOneRun() {
    atOnce(
        THREADS,
        () -> {
          write(t -> t.runs().put(run("1-a", 1)));
          return true;
        });

    assertAll(t -> t.runs().ofRelease(1)).containsExactly(run("1-a", 1));
  }

  @Test
  void aRunOfNoReleaseIsRefused() {
    assertThat(refusal(t -> t.runs().put(run("9-a", 9))).code()).isEqualTo(ErrorCode.INTERNAL);
  }
}
