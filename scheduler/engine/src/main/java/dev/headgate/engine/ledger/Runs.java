package dev.headgate.engine.ledger;

import dev.headgate.model.release.Run;
import dev.headgate.model.release.RunState;
import java.time.Instant;
import java.util.Optional;

/** How a run changes. */
public final class Runs {
  private Runs() {}

  /** The start of an attempt: its number, and where the branch was before the first. */
  public static Run starting(Run run, int attempt, long savepoint, Instant now) {
    return new Run(
        run.id(),
        run.release(),
        run.dataset(),
        RunState.STARTING,
        attempt,
        Optional.of(savepoint),
        run.message(),
        Optional.empty(),
        run.startedAt().or(() -> Optional.of(now)),
        Optional.empty());
  }

  public static Run running(Run run, String message) {
    return with(run, RunState.RUNNING, message, Optional.empty(), Optional.empty());
  }

  /** Its attempt did not end well; another may start at {@code notBefore}. */
  public static Run again(Run run, String message, Instant notBefore) {
    return with(run, RunState.QUEUED, message, Optional.of(notBefore), Optional.empty());
  }

  public static Run ended(Run run, RunState state, String message, Instant now) {
    return with(run, state, message, Optional.empty(), Optional.of(now));
  }

  private static Run with(
      Run run,
      RunState state,
      String message,
      Optional<Instant> notBefore,
      Optional<Instant> endedAt) {
    if (state != run.state() && !run.state().next().contains(state)) {
      throw new IllegalStateException(
          "run " + run.id() + " is " + run.state() + ": " + state + " does not follow that");
    }
    return new Run(
        run.id(),
        run.release(),
        run.dataset(),
        state,
        run.attempt(),
        run.savepoint(),
        Optional.of(message),
        notBefore,
        run.startedAt(),
        endedAt);
  }
}
