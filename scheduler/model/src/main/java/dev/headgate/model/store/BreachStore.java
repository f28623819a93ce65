package dev.headgate.model.store;

import dev.headgate.model.product.DatasetName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Breaches of service levels, from when to when, and what was told of them beforehand. */
public interface BreachStore {
  /** Opens one, unless one of this dataset and property is open; whether it was opened. */
  boolean open(DatasetName dataset, String property, String message, Instant at);

  /** Closes the open one, if there is one; whether there was. */
  boolean close(DatasetName dataset, String property, Instant at);

  /** Of one dataset, newest first, at most {@code limit}. */
  List<Breach> of(DatasetName dataset, int limit);

  /** All that are open, oldest first. */
  List<Breach> open();

  /** Notes what is told only once about a dataset; whether it was not noted yet. */
  boolean noteOnce(DatasetName dataset, String note, Instant at);

  /** One breach; {@code until} is empty while it lasts. */
  record Breach(
      DatasetName dataset,
      String property,
      String message,
      Instant since,
      Optional<Instant> until) {}
}
