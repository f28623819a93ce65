package dev.headgate.model.store;

import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.ProductName;
import java.time.Instant;
import java.util.List;

/** Which consumers said that they can read a new major of a contract. */
public interface AcceptanceStore {
  /** Adds one; a repetition changes nothing. */
  void add(Acceptance acceptance);

  /** Of one dataset, oldest first. */
  List<Acceptance> of(DatasetName dataset);

  /** One consumer's yes to one major. */
  record Acceptance(
      DatasetName dataset, int major, ProductName consumer, String actor, Instant at) {}
}
