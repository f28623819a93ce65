package dev.headgate.catalog.statistics;

import java.util.Comparator;
import java.util.Optional;

/** The least of all values that are added, until one is unknown. */
final class BoundTally {
  private final Comparator<Object> order;
  private boolean known = true;
  private Object least;

  BoundTally(Comparator<Object> order) {
    this.order = order;
  }

  void add(Optional<Object> value) {
    if (value.isEmpty()) {
      known = false;
    } else if (least == null || order.compare(value.get(), least) < 0) {
      least = value.get();
    }
  }

  boolean isKnown() {
    return known;
  }

  /** Empty where it is unknown, or nothing was added. */
  Optional<Object> value() {
    return known ? Optional.ofNullable(least) : Optional.empty();
  }
}
