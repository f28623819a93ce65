package dev.headgate.catalog.state;

import java.util.Optional;

/**
 * What a branch made of one name.
 *
 * @param kind of what it is now, or was before it was dropped
 * @param objectId of the same
 * @param now its state on the branch; empty: dropped
 * @param base its state at the base instant; empty: there was nothing
 */
public record Fork(
    Name name, Kind kind, String objectId, Optional<Entry> now, Optional<Base> base) {
  /** What a name was at the branch's base. */
  public record Base(String objectId, String state) {}

  /** Whether it existed before and is another object now. */
  public boolean isAnotherObject() {
    return base.isPresent()
        && now.isPresent()
        && !base.get().objectId().equals(now.get().objectId());
  }
}
