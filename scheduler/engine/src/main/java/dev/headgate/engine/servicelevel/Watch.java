package dev.headgate.engine.servicelevel;

import dev.headgate.engine.facts.InForce;
import dev.headgate.engine.ledger.Ledger;
import dev.headgate.engine.pace.Agenda;
import dev.headgate.model.contract.Contract;
import dev.headgate.model.lake.Lake;
import dev.headgate.model.product.Dataset;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Product;
import dev.headgate.model.product.ProductName;
import dev.headgate.model.store.BreachStore.Breach;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks whether service levels are met; notes and tells when a breach begins and ends, and warns
 * consumers before a sunset. Each change is a transaction of its own.
 */
public final class Watch {
  private static final Logger LOG = LoggerFactory.getLogger(Watch.class);

  private final Ledger ledger;
  private final InForce inForce;
  private final Agenda agenda;
  private final Gathering gathering;
  private final Set<String> warned = new HashSet<>();
  private final AtomicBoolean looking = new AtomicBoolean();

  public Watch(Ledger ledger, InForce inForce, Lake lake, Agenda agenda) {
    this.ledger = ledger;
    this.inForce = inForce;
    this.agenda = agenda;
    this.gathering = new Gathering(ledger, lake);
  }

  /** Looks at everything that is promised; does nothing while another look is under way. */
  public void look() {
    if (looking.compareAndSet(false, true)) {
      try {
        lookAtAll();
      } finally {
        looking.set(false);
      }
    }
  }

  private void lookAtAll() {
    InForce.View definitions = ledger.transact(inForce::in);
    Instant now = ledger.now();
    Map<Key, Breach> over = new HashMap<>();
    ledger
        .transact(tx -> tx.breaches().open())
        .forEach(breach -> over.put(new Key(breach.dataset(), breach.property()), breach));
    gathering.begin();
    for (Product product : definitions.definitions().sortedProducts().values()) {
      for (Dataset dataset : product.datasets()) {
        dataset
            .contract()
            .filter(contract -> !contract.serviceLevels().isEmpty())
            .ifPresent(contract -> look(product, dataset, contract, definitions, over, now));
      }
    }
    over.values().forEach(breach -> forget(breach, definitions, now));
  }

  /** What cannot be judged keeps its breaches, and is in nobody's way. */
  private void look(
      Product product,
      Dataset dataset,
      Contract contract,
      InForce.View definitions,
      Map<Key, Breach> over,
      Instant now) {
    try {
      judge(product, dataset, contract, definitions, over, now);
      warn(product, dataset, contract, definitions, now);
    } catch (RuntimeException e) {
      over.keySet().removeIf(key -> key.dataset().equals(dataset.name()));
      LOG.warn("the service levels of {} cannot be judged", dataset.name(), e);
    }
  }

  /** Takes out of {@code over} what is promised still. */
  private void judge(
      Product product,
      Dataset dataset,
      Contract contract,
      InForce.View definitions,
      Map<Key, Breach> over,
      Instant now) {
    Facts facts =
        gathering.facts(product, dataset, contract, definitions.consumers(dataset.name()));
    for (Judged judged : ServiceLevels.judge(contract, facts, now)) {
      Optional<Breach> open =
          Optional.ofNullable(over.remove(new Key(dataset.name(), judged.property())));
      switch (judged.status()) {
        case BREACHED -> {
          if (open.isEmpty()) {
            begin(product.name(), dataset.name(), judged, now);
          }
        }
        case MET -> open.ifPresent(b -> end(b, Optional.of(product.name()), "it is met", now));
        case UNKNOWN -> {}
      }
    }
  }

  private void begin(ProductName product, DatasetName dataset, Judged judged, Instant now) {
    ledger.transact(
        tx -> {
          boolean opened = tx.breaches().open(dataset, judged.property(), judged.message(), now);
          if (opened) {
            ledger.tell(
                tx,
                "service-level-breached",
                Optional.of(product),
                Map.of(
                    "dataset", dataset.toString(),
                    "property", judged.property(),
                    "message", judged.message()));
          }
          return opened;
        });
    agenda.tell();
  }

  private void forget(Breach breach, InForce.View definitions, Instant now) {
    end(breach, definitions.producer(breach.dataset()), "it is not promised any more", now);
  }

  private void end(Breach breach, Optional<ProductName> product, String message, Instant now) {
    ledger.transact(
        tx -> {
          boolean closed = tx.breaches().close(breach.dataset(), breach.property(), now);
          if (closed) {
            ledger.tell(
                tx,
                "service-level-met",
                product,
                Map.of(
                    "dataset", breach.dataset().toString(),
                    "property", breach.property(),
                    "since", breach.since().toString(),
                    "message", message));
          }
          return closed;
        });
    agenda.tell();
  }

  private void warn(
      Product producer, Dataset dataset, Contract contract, InForce.View definitions, Instant now) {
    List<ProductName> consumers = definitions.consumers(dataset.name());
    Sunset.of(contract, now)
        .ifPresent(
            sunset ->
                consumers.forEach(
                    consumer -> warn(producer.name(), dataset.name(), sunset, consumer, now)));
  }

  private void warn(
      ProductName producer, DatasetName dataset, Sunset sunset, ProductName consumer, Instant now) {
    String note =
        "sunset " + sunset.date() + ", " + sunset.warning() + " days before, for " + consumer;
    if (warned.contains(dataset + " " + note)) {
      return;
    }
    ledger.transact(
        tx -> {
          boolean first = tx.breaches().noteOnce(dataset, note, now);
          if (first) {
            ledger.tell(
                tx,
                "sunset-approaching",
                Optional.of(consumer),
                Map.of(
                    "dataset", dataset.toString(),
                    "producer", producer.toString(),
                    "date", sunset.date().toString(),
                    "days", String.valueOf(sunset.days()),
                    "message",
                        new Ending(dataset, producer, sunset.date(), sunset.days()).sentence()));
          }
          return first;
        });
    warned.add(dataset + " " + note);
    agenda.tell();
  }

  private record Key(DatasetName dataset, String property) {}
}
