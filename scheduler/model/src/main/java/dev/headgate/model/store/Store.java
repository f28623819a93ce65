package dev.headgate.model.store;

import java.util.function.Function;

/** The durable memory of the control plane. */
public interface Store {
  /**
   * Runs {@code work} in one transaction and commits, or rolls all of it back if {@code work}
   * throws. Serialization failures and lock time-outs are tried again a few times, so {@code work}
   * must have no other effects.
   */
  <T> T transact(Function<StoreTransaction, T> work);
}
