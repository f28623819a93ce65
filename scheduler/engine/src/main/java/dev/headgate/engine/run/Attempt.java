package dev.headgate.engine.run;

import dev.headgate.engine.pace.Interruptible;
import dev.headgate.model.release.Release;
import dev.headgate.model.release.Run;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/** An attempt that this process carries out. */
final class Attempt {
  private final Release release;
  private final Run run;
  private final Order order;
  private final Instant deadline;
  private final Interruptible work = new Interruptible();
  private final AtomicReference<Halt> halt = new AtomicReference<>();
  private final AtomicBoolean finished = new AtomicBoolean();

  Attempt(Release release, Run run, Order order, Instant deadline) {
    this.release = release;
    this.run = run;
    this.order = order;
    this.deadline = deadline;
  }

  Release release() {
    return release;
  }

  Run run() {
    return run;
  }

  Order order() {
    return order;
  }

  Instant deadline() {
    return deadline;
  }

  Interruptible work() {
    return work;
  }

  /** Why it was stopped; empty if nobody did. */
  Optional<Stop> stopped() {
    return Optional.ofNullable(halt.get()).map(Halt::why);
  }

  /** Interrupts the job; the first reason counts. */
  void stop(Stop reason, Instant now) {
    halt.compareAndSet(null, new Halt(reason, now));
    work.stop();
  }

  /** When it is given up if its thread does not end: never while nobody stopped it. */
  Instant givenUpAt(Duration grace) {
    return Optional.ofNullable(halt.get()).map(h -> h.at().plus(grace)).orElse(Instant.MAX);
  }

  /** True for exactly one caller: who may record how it ended. */
  boolean finishOnce() {
    return finished.compareAndSet(false, true);
  }

  String name() {
    return "run " + run.id() + " attempt " + run.attempt();
  }

  private record Halt(Stop why, Instant at) {}
}
