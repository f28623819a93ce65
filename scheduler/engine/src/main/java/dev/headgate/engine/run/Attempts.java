package dev.headgate.engine.run;

import dev.headgate.engine.EngineConfig;
import dev.headgate.engine.Plugins;
import dev.headgate.engine.ledger.Ledger;
import dev.headgate.engine.pace.Agenda;
import dev.headgate.engine.pace.BackOff;
import dev.headgate.model.ErrorKind;
import dev.headgate.model.HeadgateException;
import dev.headgate.model.lake.Lake;
import dev.headgate.model.product.ProductName;
import dev.headgate.model.release.Release;
import dev.headgate.model.release.Run;
import dev.headgate.spi.JobOutcome;
import dev.headgate.spi.JobRequest;
import dev.headgate.spi.Launcher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The attempts that this process carries out. */
public final class Attempts {
  private static final Logger LOG = LoggerFactory.getLogger(Attempts.class);

  private final Lake lake;
  private final Plugins plugins;
  private final EngineConfig config;
  private final Agenda agenda;
  private final Ledger ledger;
  private final Threads threads;
  private final Tokens tokens;
  private final Results results;
  private final Requests requests;
  private final Slots slots;
  private final Map<String, Attempt> underWay = new ConcurrentHashMap<>();

  public Attempts(
      Lake lake,
      Ledger ledger,
      Plugins plugins,
      EngineConfig config,
      Agenda agenda,
      BackOff backOff,
      Tokens tokens,
      Threads threads) {
    this.lake = lake;
    this.ledger = ledger;
    this.plugins = plugins;
    this.config = config;
    this.agenda = agenda;
    this.tokens = tokens;
    this.threads = threads;
    this.results = new Results(ledger, backOff, config);
    this.requests = new Requests(ledger, lake, config);
    this.slots = new Slots(config.maxParallelRuns(), agenda);
  }

  Optional<Attempt> underWay(String run) {
    return Optional.ofNullable(underWay.get(run));
  }

  /** Starts the run's next attempt, if there is a place for it. */
  boolean start(Release release, Run run, Order order) {
    if (!slots.take(release.product())) {
      return false;
    }
    Optional<Run> starting = Optional.empty();
    try {
      long savepoint = run.savepoint().orElseGet(() -> lake.savepoint(release.warehouse()));
      starting = results.starting(run, savepoint);
    } finally {
      if (starting.isEmpty()) {
        slots.giveBack();
      }
    }
    if (starting.isEmpty()) {
      return false;
    }
    Instant deadline = ledger.now().plus(order.timeout());
    Attempt attempt = new Attempt(release, starting.get(), order, deadline);
    underWay.put(run.id(), attempt);
    threads.run(attempt.name(), () -> carryOut(attempt));
    return true;
  }

  /** The run's attempt is not one of this process. */
  void lost(Run run, Order order) {
    results.lost(run, order);
  }

  /**
   * Stops an attempt that is overdue, and gives up one that was stopped and does not end. Returns
   * when to look again.
   */
  Instant watch(Attempt attempt, Instant now) {
    if (!now.isBefore(attempt.deadline())) {
      attempt.stop(Stop.TIMEOUT, now);
    }
    if (attempt.stopped().isEmpty()) {
      return attempt.deadline();
    }
    Instant givenUpAt = attempt.givenUpAt(config.stopGrace());
    if (!now.isBefore(givenUpAt)) {
      LOG.warn("{} was stopped and does not end; it is left behind", attempt.name());
      finish(attempt, timedOut(attempt));
    }
    return givenUpAt;
  }

  /** Stops what runs for a product but for none of these releases. */
  public void stopAllBut(ProductName product, Collection<Long> releases) {
    Instant now = ledger.now();
    for (Attempt attempt : underWay.values()) {
      if (attempt.release().product().equals(product)
          && !releases.contains(attempt.release().id())) {
        attempt.stop(Stop.RELEASE_ENDED, now);
        agenda.wakeAt(product, watch(attempt, now));
      }
    }
  }

  /** Stops everything; nothing is recorded, so that the next start takes it up. */
  public void shutDown() {
    underWay.values().forEach(attempt -> attempt.stop(Stop.SHUTDOWN, ledger.now()));
  }

  /** Waits for what is under way to end; whether it did in time. */
  public boolean awaitIdle(Duration most) throws InterruptedException {
    return slots.awaitAllFree(most);
  }

  private void carryOut(Attempt attempt) {
    JobOutcome outcome;
    try {
      outcome = launch(attempt);
    } catch (InterruptedException e) {
      outcome = new JobOutcome.Failed("it was interrupted", true);
    } catch (RuntimeException e) {
      LOG.warn("{} failed", attempt.name(), e);
      outcome = new JobOutcome.Failed(message(e), !isWrongRequest(e));
    } catch (LinkageError e) {
      LOG.error("{} failed: its plugin does not fit together", attempt.name(), e);
      outcome = new JobOutcome.Failed("its plugin does not fit together: " + e, false);
    }
    boolean timedOut = attempt.stopped().filter(stop -> stop == Stop.TIMEOUT).isPresent();
    finish(attempt, timedOut && outcome instanceof JobOutcome.Failed ? timedOut(attempt) : outcome);
  }

  private JobOutcome launch(Attempt attempt) throws InterruptedException {
    Release release = attempt.release();
    Run run = attempt.run();
    Order order = attempt.order();
    Optional<Launcher> launcher = plugins.launcher(order.job().type());
    if (launcher.isEmpty()) {
      return new JobOutcome.Failed("no plugin launches " + order.job().type() + " jobs", false);
    }
    tokens.end(release, run, run.attempt() - 1);
    lake.reset(release.warehouse(), run.savepoint().orElseThrow(), order.writable());
    String token =
        tokens.forAttempt(release, run, order.writable(), order.timeout().plus(config.stopGrace()));
    JobRequest request = requests.of(release, run, order, token);
    header(request.log(), attempt);
    Reporter reporter = new Reporter(attempt, results, ledger::now);
    return attempt.work().call(() -> launcher.get().run(request, reporter));
  }

  /** The token dies with the attempt, before anyone can see how it ended. */
  private void finish(Attempt attempt, JobOutcome outcome) {
    if (!attempt.finishOnce()) {
      return;
    }
    try {
      JobOutcome recorded = outcome;
      try {
        tokens.end(attempt.release(), attempt.run(), attempt.run().attempt());
      } catch (RuntimeException e) {
        LOG.warn("the token of {} could not be ended", attempt.name(), e);
        recorded = new JobOutcome.Failed("its token could not be ended: " + message(e), true);
      }
      if (!isDropped(attempt, recorded)) {
        results.ended(attempt.run(), attempt.order(), recorded);
      }
    } catch (RuntimeException e) {
      LOG.error("how {} ended could not be recorded; it counts as lost", attempt.name(), e);
    } finally {
      underWay.remove(attempt.run().id(), attempt);
      slots.giveBack();
      agenda.wake(attempt.release().product());
    }
  }

  private static boolean isDropped(Attempt attempt, JobOutcome outcome) {
    return attempt
        .stopped()
        .filter(
            stop ->
                stop == Stop.RELEASE_ENDED
                    || (stop == Stop.SHUTDOWN && outcome instanceof JobOutcome.Failed))
        .isPresent();
  }

  private static JobOutcome.Failed timedOut(Attempt attempt) {
    return new JobOutcome.Failed("it did not end within " + attempt.order().timeout(), true);
  }

  private static boolean isWrongRequest(RuntimeException e) {
    return e instanceof HeadgateException known && known.code().kind() == ErrorKind.USER;
  }

  private static String message(RuntimeException e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  private void header(Path log, Attempt attempt) {
    try {
      Files.createDirectories(log.getParent());
      Files.writeString(
          log,
          "--- " + attempt.name() + ", " + ledger.now() + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException("the log " + log + " cannot be written", e);
    }
  }
}
