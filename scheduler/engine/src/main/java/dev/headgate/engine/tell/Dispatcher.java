package dev.headgate.engine.tell;

import dev.headgate.engine.Plugins;
import dev.headgate.engine.facts.InForce;
import dev.headgate.engine.ledger.Ledger;
import dev.headgate.engine.pace.Agenda;
import dev.headgate.engine.pace.BackOff;
import dev.headgate.engine.pace.Interruptible;
import dev.headgate.engine.release.Branches;
import dev.headgate.model.store.Outbox;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes events out of the outbox. A receiver that got an event gets it again only where the process
 * ended before that was noted. For one thread.
 */
public final class Dispatcher {
  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
  private static final int BATCH = 200;
  private static final int MOST_TRIES = 100;

  private final Ledger ledger;
  private final Agenda agenda;
  private final BackOff backOff;
  private final Targets targets;
  private final Interruptible work = new Interruptible();
  private final Map<Long, Set<String>> served = new HashMap<>();
  private final Map<Long, Instant> notBefore = new HashMap<>();

  public Dispatcher(
      Ledger ledger,
      InForce inForce,
      Branches branches,
      Plugins plugins,
      Agenda agenda,
      BackOff backOff) {
    this.ledger = ledger;
    this.agenda = agenda;
    this.backOff = backOff;
    this.targets = new Targets(ledger, inForce, branches, plugins);
  }

  /** Delivers what is due. */
  public void deliver() {
    List<Outbox.Pending> pending = ledger.transact(tx -> tx.outbox().pending(BATCH));
    int done = 0;
    try {
      for (Outbox.Pending event : pending) {
        if (isDue(event)) {
          done += deliver(event) ? 1 : 0;
        }
      }
    } catch (InterruptedException e) {
      LOG.debug("deliveries stop; the rest follows at the next start");
      return;
    }
    if (pending.size() == BATCH && done > 0) {
      agenda.tell();
    }
  }

  /** Interrupts a delivery; it is repeated at the next start. */
  public void shutDown() {
    work.stop();
  }

  private boolean isDue(Outbox.Pending event) {
    Instant at = notBefore.getOrDefault(event.number(), Instant.MIN);
    if (at.isAfter(ledger.now())) {
      agenda.tellAt(at);
      return false;
    }
    return true;
  }

  private boolean deliver(Outbox.Pending pending) throws InterruptedException {
    Set<String> got = served.computeIfAbsent(pending.number(), n -> new HashSet<>());
    List<String> errors = new ArrayList<>();
    for (Target target : targets.of(pending.event())) {
      if (!got.contains(target.name())) {
        deliver(pending, target, got, errors);
      }
    }
    if (errors.isEmpty() || pending.tries() + 1 >= MOST_TRIES) {
      if (!errors.isEmpty()) {
        LOG.error("event {} is given up: {}", pending.event().id(), errors);
      }
      ledger.transact(
          tx -> {
            tx.outbox().delivered(pending.number());
            return pending;
          });
      served.remove(pending.number());
      notBefore.remove(pending.number());
      return true;
    }
    putOff(pending, errors);
    return false;
  }

  private void deliver(Outbox.Pending pending, Target target, Set<String> got, List<String> errors)
      throws InterruptedException {
    try {
      if (target.foreign()) {
        work.call(
            () -> {
              target.delivery().deliver();
              return target;
            });
      } else {
        target.delivery().deliver();
      }
      got.add(target.name());
    } catch (RuntimeException e) {
      LOG.warn("event {} was not delivered to {}", pending.event().id(), target.name(), e);
      errors.add(target.name() + ": " + e.getMessage());
    }
  }

  private void putOff(Outbox.Pending pending, List<String> errors) {
    Instant at = ledger.now().plus(backOff.after(pending.tries() + 1));
    ledger.transact(
        tx -> {
          tx.outbox().failed(pending.number(), at, String.join("; ", errors));
          return pending;
        });
    notBefore.put(pending.number(), at);
    agenda.tellAt(at);
  }
}
