package dev.headgate.model.store;

import dev.headgate.model.product.DatasetName;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What checks measured, by dataset and rule: the history of each metric. */
public interface MetricStore {
  /** Adds one; a second one of the same rule, definition and snapshot replaces the first. */
  void put(Measurement measurement);

  /** Of one rule, newest first, at most {@code limit}. */
  List<Measurement> history(DatasetName dataset, String rule, int limit);

  /** What a rule, defined exactly so, measured on a snapshot. */
  Optional<Measurement> find(DatasetName dataset, String definition, long snapshot);

  /** Removes what was measured before {@code before}, the newest of each rule excepted. */
  int purge(Instant before);

  /**
   * One value.
   *
   * @param rule the rule's name
   * @param definition digest of what is measured; the same exactly if values can be compared
   * @param snapshot of the table
   * @param release that it was measured for
   * @param value of the metric, before it is compared; a count where the metric is one
   * @param exact whether it is the value itself, not an estimate
   */
  record Measurement(
      DatasetName dataset,
      String rule,
      String definition,
      long snapshot,
      long release,
      BigDecimal value,
      boolean exact,
      Instant at) {}
}
