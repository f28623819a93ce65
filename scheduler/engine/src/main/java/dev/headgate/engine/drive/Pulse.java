package dev.headgate.engine.drive;

import dev.headgate.engine.EngineConfig;
import dev.headgate.model.product.ProductName;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The threads that move a machine: one that waits for what is due, and those that do it. */
final class Pulse {
  private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);

  private final Machine machine;
  private final EngineConfig config;
  private final Set<ProductName> busy = ConcurrentHashMap.newKeySet();
  private final ExecutorService workers;
  private final ExecutorService deliveries;
  private final Thread conductor;
  private volatile boolean closing;
  private Instant nextSweep;

  Pulse(Machine machine, EngineConfig config) {
    this.machine = machine;
    this.config = config;
    this.workers = Executors.newFixedThreadPool(config.workers(), named("product"));
    this.deliveries = Executors.newSingleThreadExecutor(named("deliveries"));
    this.conductor = named("conductor").newThread(this::conduct);
  }

  void start() {
    nextSweep = machine.ledger.now().plus(config.sweepInterval());
    conductor.start();
  }

  /** Lets what is being written be written, and interrupts jobs, checks and deliveries. */
  void close() {
    closing = true;
    machine.agenda.nudge();
    try {
      conductor.join(config.stopGrace().toMillis());
      machine.attempts.shutDown();
      machine.judge.shutDown();
      machine.dispatcher.shutDown();
      workers.shutdown();
      deliveries.shutdown();
      boolean ended =
          workers.awaitTermination(config.stopGrace().toMillis(), TimeUnit.MILLISECONDS)
              && deliveries.awaitTermination(config.stopGrace().toMillis(), TimeUnit.MILLISECONDS)
              && machine.attempts.awaitIdle(config.stopGrace());
      if (!ended) {
        LOG.warn("not everything ended within {}; the next start takes it up", config.stopGrace());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void conduct() {
    while (!closing) {
      try {
        round();
      } catch (InterruptedException e) {
        LOG.warn("the conductor was interrupted, which nobody should do; it goes on", e);
      } catch (RuntimeException e) {
        LOG.error("a round failed; the next one follows", e);
      }
    }
  }

  private void round() throws InterruptedException {
    Instant now = machine.ledger.now();
    if (!now.isBefore(nextSweep)) {
      nextSweep = now.plus(config.sweepInterval());
      workers.execute(this::sweep);
      workers.execute(this::watch);
    }
    machine.agenda.await(now, Duration.between(now, nextSweep), busy);
    if (closing) {
      return;
    }
    Instant later = machine.ledger.now();
    for (ProductName product : machine.agenda.take(later, busy)) {
      busy.add(product);
      workers.execute(() -> drive(product));
    }
    if (machine.agenda.takeNews(later)) {
      deliveries.execute(this::deliver);
    }
  }

  private void sweep() {
    try {
      machine.sources.look();
      machine.lookAtAll();
    } catch (RuntimeException e) {
      LOG.error("a sweep failed; the next one follows in {}", config.sweepInterval(), e);
    }
  }

  private void watch() {
    try {
      machine.serviceLevels.look();
    } catch (RuntimeException e) {
      LOG.error("a look at the service levels failed; the next follows", e);
    }
  }

  private void drive(ProductName product) {
    try {
      if (!closing) {
        machine.drive(product);
      }
    } finally {
      busy.remove(product);
      machine.agenda.nudge();
    }
  }

  private void deliver() {
    try {
      machine.dispatcher.deliver();
    } catch (RuntimeException e) {
      LOG.error("events could not be delivered; they are tried again", e);
      machine.agenda.tellAt(machine.ledger.now().plus(config.backOffMax()));
    }
  }

  private static ThreadFactory named(String name) {
    AtomicInteger count = new AtomicInteger();
    return work -> {
      Thread thread = new Thread(work, "engine-" + name + "-" + count.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }
}
