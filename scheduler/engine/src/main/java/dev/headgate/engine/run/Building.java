package dev.headgate.engine.run;

import dev.headgate.engine.EngineConfig;
import dev.headgate.engine.ledger.Entry;
import dev.headgate.engine.ledger.Ledger;
import dev.headgate.engine.ledger.ReleaseEdit;
import dev.headgate.engine.pace.Agenda;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Product;
import dev.headgate.model.release.Release;
import dev.headgate.model.release.ReleaseKind;
import dev.headgate.model.release.ReleaseState;
import dev.headgate.model.release.Run;
import dev.headgate.model.release.RunState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Takes a release that is being built as far as it goes now. */
public final class Building {
  private final Ledger ledger;
  private final Agenda agenda;
  private final EngineConfig config;
  private final Attempts attempts;

  public Building(Ledger ledger, Agenda agenda, EngineConfig config, Attempts attempts) {
    this.ledger = ledger;
    this.agenda = agenda;
    this.config = config;
    this.attempts = attempts;
  }

  /** One step; whether another may follow at once. */
  public boolean step(Release release, Product product) {
    if (release.kind() == ReleaseKind.OPEN) {
      return expireOpen(release);
    }
    List<Run> runs = ledger.transact(tx -> tx.runs().ofRelease(release.id()));
    Optional<Run> failed = runs.stream().filter(r -> r.state() == RunState.FAILED).findFirst();
    if (failed.isPresent()) {
      fail(release, failed.get());
      return true;
    }
    if (runs.stream().allMatch(r -> r.state() == RunState.SUCCEEDED)) {
      built(release);
      return true;
    }
    Set<DatasetName> unfinished =
        runs.stream()
            .filter(r -> r.state() != RunState.SUCCEEDED)
            .map(Run::dataset)
            .collect(Collectors.toSet());
    boolean progress = false;
    for (Run run : runs) {
      progress |= step(release, product, run, unfinished);
    }
    return progress;
  }

  private boolean step(Release release, Product product, Run run, Set<DatasetName> unfinished) {
    Order order = Order.of(run, release, product, config.submitTimeout());
    return switch (run.state()) {
      case QUEUED -> start(release, run, order, unfinished);
      case STARTING, RUNNING -> watch(release, run, order);
      case SUCCEEDED, FAILED, CANCELLED -> false;
    };
  }

  private boolean start(Release release, Run run, Order order, Set<DatasetName> unfinished) {
    boolean ready =
        order.datasets().stream()
            .flatMap(d -> d.inputs().stream())
            .filter(input -> !order.writable().contains(input))
            .noneMatch(unfinished::contains);
    if (!ready || attempts.underWay(run.id()).isPresent()) {
      return false;
    }
    Instant now = ledger.now();
    if (run.notBefore().filter(at -> at.isAfter(now)).isPresent()) {
      agenda.wakeAt(release.product(), run.notBefore().get());
      return false;
    }
    boolean started = attempts.start(release, run, order);
    attempts.underWay(run.id()).ifPresent(a -> agenda.wakeAt(release.product(), a.deadline()));
    return started;
  }

  private boolean watch(Release release, Run run, Order order) {
    Optional<Attempt> attempt = attempts.underWay(run.id());
    if (attempt.isEmpty()) {
      return lostUnlessEnded(run, order);
    }
    agenda.wakeAt(release.product(), attempts.watch(attempt.get(), ledger.now()));
    return false;
  }

  /** Its attempt may have ended, and said so, since the runs were read. */
  private boolean lostUnlessEnded(Run run, Order order) {
    Run stored = ledger.transact(tx -> tx.runs().find(run.id()).orElse(run));
    if (stored.equals(run) && attempts.underWay(run.id()).isEmpty()) {
      attempts.lost(run, order);
    }
    return true;
  }

  private boolean expireOpen(Release release) {
    Instant until = release.createdAt().plus(config.openFor());
    if (ledger.now().isBefore(until)) {
      agenda.wakeAt(release.product(), until);
      return false;
    }
    end(release, "it was open for " + config.openFor() + " and was not closed", Map.of());
    return true;
  }

  private void fail(Release release, Run run) {
    end(
        release,
        "run " + run.id() + " failed: " + run.message().orElse("no reason was given"),
        Map.of("run", run.id()));
  }

  private void end(Release release, String reason, Map<String, String> details) {
    ledger.changeIf(
        release.id(),
        ReleaseState.BUILDING,
        (tx, building) ->
            ledger.write(
                tx,
                ReleaseEdit.of(building).to(ReleaseState.FAILED, reason, List.of()),
                Entry.decision(Entry.SYSTEM, "release.failed", "fail").with(details)));
  }

  private void built(Release release) {
    ledger.changeIf(
        release.id(),
        ReleaseState.BUILDING,
        (tx, building) ->
            ledger.write(
                tx, ReleaseEdit.of(building).to(ReleaseState.CHECKING), Entry.step("be judged")));
  }
}
