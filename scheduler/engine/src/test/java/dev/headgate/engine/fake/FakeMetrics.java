package dev.headgate.engine.fake;

import dev.headgate.model.product.DatasetName;
import dev.headgate.model.store.MetricStore;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Measurements of one transaction. */
record FakeMetrics(Memory memory) implements MetricStore {
  @Override
  public void put(Measurement measurement) {
    memory.changed = true;
    memory.metrics.removeIf(
        m ->
            m.dataset().equals(measurement.dataset())
                && m.rule().equals(measurement.rule())
                && m.definition().equals(measurement.definition())
                && m.snapshot() == measurement.snapshot());
    memory.metrics.add(measurement);
  }

  @Override
  public List<Measurement> history(DatasetName dataset, String rule, int limit) {
    return newestFirst()
        .filter(m -> m.dataset().equals(dataset) && m.rule().equals(rule))
        .limit(limit)
        .toList();
  }

  @Override
  public Optional<Measurement> find(DatasetName dataset, String definition, long snapshot) {
    return newestFirst()
        .filter(
            m ->
                m.dataset().equals(dataset)
                    && m.definition().equals(definition)
                    && m.snapshot() == snapshot)
        .findFirst();
  }

  @Override
  public int purge(Instant before) {
    List<Measurement> old =
        memory.metrics.stream()
            .filter(m -> m.at().isBefore(before))
            .filter(m -> !history(m.dataset(), m.rule(), 1).contains(m))
            .toList();
    memory.changed |= memory.metrics.removeAll(old);
    return old.size();
  }

  private Stream<Measurement> newestFirst() {
    return memory.metrics.stream().sorted(Comparator.comparing(Measurement::at).reversed());
  }
}
