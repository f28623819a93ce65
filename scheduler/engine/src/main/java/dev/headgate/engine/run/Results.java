package dev.headgate.engine.run;

import dev.headgate.engine.EngineConfig;
import dev.headgate.engine.ledger.Ledger;
import dev.headgate.engine.ledger.Runs;
import dev.headgate.engine.pace.BackOff;
import dev.headgate.model.release.ReleaseState;
import dev.headgate.model.release.Run;
import dev.headgate.model.release.RunState;
import dev.headgate.spi.JobOutcome;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Records how attempts go, each only while it is the run's newest. */
final class Results {
  private static final int LONGEST_MESSAGE = 2_000;

  private final Ledger ledger;
  private final BackOff backOff;
  private final EngineConfig config;

  Results(Ledger ledger, BackOff backOff, EngineConfig config) {
    this.ledger = ledger;
    this.backOff = backOff;
    this.config = config;
  }

  /** Takes the next attempt's number; empty if the run is not to start any more. */
  Optional<Run> starting(Run run, long savepoint) {
    return ledger.transact(
        tx -> {
          boolean building = Ledger.find(tx, run.release()).state() == ReleaseState.BUILDING;
          Optional<Run> stored = tx.runs().find(run.id());
          if (!building || stored.filter(r -> r.state() == RunState.QUEUED).isEmpty()) {
            return Optional.empty();
          }
          Run next =
              Runs.starting(stored.get(), stored.get().attempt() + 1, savepoint, ledger.now());
          tx.runs().put(next);
          return Optional.of(next);
        });
  }

  /** The job runs, or has something to say. */
  void running(Run run, String message) {
    change(run, stored -> Runs.running(stored, shortened(message)));
  }

  void ended(Run run, Order order, JobOutcome outcome) {
    if (outcome instanceof JobOutcome.Succeeded succeeded) {
      change(
          run, stored -> Runs.ended(stored, RunState.SUCCEEDED, summary(succeeded), ledger.now()));
    } else if (outcome instanceof JobOutcome.Failed failed) {
      failed(run, order, failed);
    }
  }

  /** Its attempt was under way when the process that carried it out ended. */
  void lost(Run run, Order order) {
    String message = "attempt " + run.attempt() + " was lost when the server stopped";
    if (run.attempt() < order.attempts() + config.lostAttempts()) {
      change(run, stored -> Runs.again(stored, message + "; another follows", ledger.now()));
    } else {
      change(
          run,
          stored ->
              Runs.ended(
                  stored, RunState.FAILED, message + ", as were too many before it", ledger.now()));
    }
  }

  private void failed(Run run, Order order, JobOutcome.Failed failed) {
    String message =
        shortened("attempt " + run.attempt() + " of " + order.attempts() + ": " + failed.message());
    if (failed.retryable() && run.attempt() < order.attempts()) {
      change(
          run,
          stored -> Runs.again(stored, message, ledger.now().plus(backOff.after(run.attempt()))));
    } else {
      change(run, stored -> Runs.ended(stored, RunState.FAILED, message, ledger.now()));
    }
  }

  private void change(Run run, UnaryOperator<Run> edit) {
    ledger.transact(
        tx -> {
          Optional<Run> stored =
              tx.runs()
                  .find(run.id())
                  .filter(r -> r.attempt() == run.attempt())
                  .filter(r -> r.state() == RunState.STARTING || r.state() == RunState.RUNNING);
          stored.map(edit).ifPresent(tx.runs()::put);
          return stored;
        });
  }

  private static String summary(JobOutcome.Succeeded succeeded) {
    if (succeeded.metrics().isEmpty()) {
      return "succeeded";
    }
    return shortened(
        String.join(
            ", ",
            new TreeMap<>(succeeded.metrics())
                .entrySet().stream().map(e -> e.getKey() + " " + e.getValue()).toList()));
  }

  private static String shortened(String message) {
    return message.length() <= LONGEST_MESSAGE
        ? message
        : message.substring(0, LONGEST_MESSAGE) + "…";
  }
}
