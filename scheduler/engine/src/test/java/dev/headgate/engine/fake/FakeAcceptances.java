package dev.headgate.engine.fake;

import dev.headgate.model.product.DatasetName;
import dev.headgate.model.store.AcceptanceStore;
import java.util.List;

/** Acceptances of one transaction. */
record FakeAcceptances(Memory memory) implements AcceptanceStore {
  @Override
  public void add(Acceptance acceptance) {
    boolean known =
        of(acceptance.dataset()).stream()
            .anyMatch(
                a ->
                    a.major() == acceptance.major()
                        && a.contract().equals(acceptance.contract())
                        && a.consumer().equals(acceptance.consumer()));
    if (!known) {
      memory.changed = true;
      memory.acceptances.add(acceptance);
    }
  }

  @Override
  public List<Acceptance> of(DatasetName dataset) {
    return memory.acceptances.stream().filter(a -> a.dataset().equals(dataset)).toList();
  }
}
