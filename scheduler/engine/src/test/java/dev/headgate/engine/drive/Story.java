package dev.headgate.engine.drive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headgate.engine.fake.Death;
import dev.headgate.engine.fake.Defined;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.ProductName;
import dev.headgate.model.release.Release;
import dev.headgate.model.release.ReleaseKind;
import dev.headgate.model.release.ReleaseState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A story with everything in it, told by people who look before they act: if the engine dies they
 * start it again and go on. Each step may be repeated.
 */
final class Story {
  private static final ProductName DELAYS = ProductName.parse("analytics.delays");
  private static final ProductName FLIGHTS = ProductName.parse("operations.flights");

  private final World world;
  private final Death death;
  private int deaths;

  Story(Path logs, Death death) {
    world = new World(logs);
    this.death = death;
  }

  /** Tells it to the end; what there is then, as text. */
  String tell() {
    world.plugins.jobs().failFirstAttempts("scorecard");
    step(this::startMortal);
    step(() -> commitOnce("landing.airports", "ORD"));
    step(() -> applyOnce(1, definitions("v1")));
    step(() -> commitOnce("landing.files", "june"));
    step(this::approveWhatWaits);
    step(() -> commitOnce("landing.files", "bad july"));
    step(() -> commitOnce("landing.files", "july"));
    step(this::approveWhatWaits);
    step(this::buildOnce);
    step(this::approveWhatWaits);
    step(() -> applyOnce(2, definitions("v2")));
    step(this::rejectOnce);
    step(this::retryOnce);
    step(this::approveWhatWaits);
    step(this::rollbackOnce);
    step(this::approveWhatWaits);
    step(() -> commitOnce("landing.files", "august"));
    step(this::approveWhatWaits);
    return ending();
  }

  int deaths() {
    return deaths;
  }

  private void startMortal() {
    if (deaths == 0) {
      world.restartOn(death.on(world.store), death.on(world.lake));
    }
  }

  private void step(Runnable step) {
    boolean told = false;
    while (!told) {
      try {
        step.run();
        world.engine.sources.look();
        for (int i = 0; i < 2; i++) {
          world.later(Duration.ofMinutes(2));
        }
        told = true;
      } catch (Death.Killed e) {
        deaths++;
        assertThat(deaths).as("the dead are not started again").isEqualTo(1);
        world.restart();
      }
    }
  }

  private static Defined[] definitions(String logic) {
    return new Defined[] {
      Defined.product("operations.flights")
          .onAnyInput()
          .post("held", "promoted")
          .dataset("operations.flights", d -> d.notBad(), "landing.files"),
      Defined.product("analytics.delays")
          .onAnyInput()
          .approvals(1, "owners")
          .dataset("analytics.daily", d -> d.logic(logic).notBad(), "operations.flights")
          .dataset("analytics.scorecard", d -> d.attempts(3), "analytics.daily", "landing.airports")
    };
  }

  private void applyOnce(int revision, Defined... products) {
    long now = world.store.transact(tx -> tx.definitions().revision());
    if (now < revision) {
      world.engine.applier.apply(now, Defined.all(products), "ana");
    }
  }

  private void commitOnce(String source, String content) {
    DatasetName name = DatasetName.parse(source);
    if (!Optional.of(content).equals(world.main(source))) {
      world.lake.commit(name, content);
    }
  }

  private void approveWhatWaits() {
    for (Release release : world.releases(DELAYS.toString())) {
      if (release.state() == ReleaseState.AWAITING_APPROVAL) {
        world.engine.approvals.approve(release.id(), release.digest(), "ben");
        world.engine.agenda.wake(DELAYS);
      }
    }
  }

  private void buildOnce() {
    boolean asked = world.actions().stream().anyMatch("release.requested"::equals);
    if (!asked) {
      world.engine.requests.build(FLIGHTS, new TreeMap<>(), "cleo");
    }
    world.engine.agenda.wake(FLIGHTS);
  }

  private void rejectOnce() {
    Release latest = world.latest(DELAYS.toString());
    if (latest.state() == ReleaseState.AWAITING_APPROVAL) {
      world.engine.approvals.reject(latest.id(), "not yet", "cleo");
      world.engine.agenda.wake(DELAYS);
    }
  }

  private void retryOnce() {
    Release latest = world.latest(DELAYS.toString());
    boolean pending = !world.store.transact(tx -> tx.products().pendingRequests(DELAYS)).isEmpty();
    if (latest.state() == ReleaseState.REJECTED && !pending) {
      world.engine.requests.retry(latest.id(), "ben");
      world.engine.agenda.wake(DELAYS);
    }
  }

  private void rollbackOnce() {
    boolean done =
        world.releases(DELAYS.toString()).stream().anyMatch(r -> r.kind() == ReleaseKind.ROLLBACK);
    if (!done) {
      world.engine.rollbacks.open(DELAYS, Optional.empty(), "it was wrong", "ana");
      world.engine.agenda.wake(DELAYS);
    }
  }

  /** Everything that must not depend on whether and where something died. */
  private String ending() {
    List<String> lines = new ArrayList<>();
    new TreeMap<>(world.lake.main()).forEach((name, text) -> lines.add(name + " = " + text));
    for (String product : List.of(FLIGHTS.toString(), DELAYS.toString())) {
      for (Release r : world.releases(product)) {
        lines.add(
            String.join(
                " | ",
                "release " + r.id(),
                r.kind().name(),
                r.state().name(),
                r.reason().orElse("-"),
                "" + r.blockedBy(),
                "" + r.lakeVersion(),
                "" + r.startedBecause(),
                "" + new TreeMap<>(r.datasets()).keySet(),
                r.requestedBy(),
                "" + r.restores()));
        world.runs(r.id()).forEach(run -> lines.add("  " + run.id() + " " + run.state()));
      }
      lines.add(
          "paused: "
              + world.store.transact(
                  tx -> tx.products().pause(ProductName.parse(product)).map(p -> p.reason())));
      lines.add(
          "decision: "
              + world.store.transact(
                  tx ->
                      tx.products()
                          .lastDecision(ProductName.parse(product))
                          .orElseThrow()
                          .decision()
                          .because()));
    }
    lines.add("branches " + world.lake.openBranches());
    lines.add("gated " + new TreeSet<>(world.lake.gated()));
    lines.add("undelivered " + world.store.undelivered());
    lines.add("audit " + world.actions().stream().sorted().toList());
    lines.add(
        "told "
            + new TreeSet<>(
                world.plugins.posted().stream().map(e -> e.id() + " " + e.type()).toList()));
    return String.join("\n", lines);
  }
}
