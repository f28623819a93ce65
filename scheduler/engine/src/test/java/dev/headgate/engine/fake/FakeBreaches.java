package dev.headgate.engine.fake;

import dev.headgate.model.product.DatasetName;
import dev.headgate.model.store.BreachStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Breaches of one transaction. */
record FakeBreaches(Memory memory) implements BreachStore {
  @Override
  public boolean open(DatasetName dataset, String property, String message, Instant at) {
    if (open().stream().anyMatch(b -> is(b, dataset, property))) {
      return false;
    }
    memory.changed = true;
    memory.breaches.add(new Breach(dataset, property, message, at, Optional.empty()));
    return true;
  }

  @Override
  public boolean close(DatasetName dataset, String property, Instant at) {
    Optional<Breach> open = open().stream().filter(b -> is(b, dataset, property)).findFirst();
    open.ifPresent(
        b -> {
          memory.changed = true;
          memory.breaches.set(
              memory.breaches.indexOf(b),
              new Breach(dataset, property, b.message(), b.since(), Optional.of(at)));
        });
    return open.isPresent();
  }

  @Override
  public List<Breach> of(DatasetName dataset, int limit) {
    List<Breach> newestFirst = new ArrayList<>(memory.breaches);
    Collections.reverse(newestFirst);
    return newestFirst.stream().filter(b -> b.dataset().equals(dataset)).limit(limit).toList();
  }

  @Override
  public List<Breach> open() {
    return memory.breaches.stream().filter(b -> b.until().isEmpty()).toList();
  }

  @Override
  public boolean noteOnce(DatasetName dataset, String note, Instant at) {
    boolean added = memory.notes.add(dataset + " " + note);
    memory.changed |= added;
    return added;
  }

  private static boolean is(Breach breach, DatasetName dataset, String property) {
    return breach.dataset().equals(dataset) && breach.property().equals(property);
  }
}
