package dev.headgate.catalog.state;

import java.util.Optional;

/**
 * One change of the map, as a compare-and-swap.
 *
 * @param before what the writer saw; empty: nothing
 * @param after what it should become; empty: a drop
 */
public record Change(Name name, Optional<Entry> before, Optional<Entry> after) {
  public Change {
    if (before.isEmpty() && after.isEmpty()) {
      throw new IllegalArgumentException("nothing changes at " + name);
    }
  }

  public static Change create(Name name, Entry after) {
    return new Change(name, Optional.empty(), Optional.of(after));
  }

  public static Change replace(Name name, Entry before, Entry after) {
    return new Change(name, Optional.of(before), Optional.of(after));
  }

  public static Change drop(Name name, Entry before) {
    return new Change(name, Optional.of(before), Optional.empty());
  }

  /** What it is about, before or after. */
  public Entry subject() {
    return after.or(() -> before).orElseThrow();
  }
}
