package dev.headgate.model.store;

import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.ProductName;
import java.time.Instant;
import java.util.List;

/** Which consumers said that they can read a new major of a contract. */
public interface AcceptanceStore {
  /** Adds one; a repetition of a yes to the same contract changes nothing. */
  void add(Acceptance acceptance);

  /** Of one dataset, oldest first. */
  List<Acceptance> of(DatasetName dataset);

  /**
   * One consumer's yes to one major.
   *
   * @param contract what the yes is to: what the contract said then, by its digest
   */
  record Acceptance(
      DatasetName dataset,
      int major,
      String contract,
      ProductName consumer,
      String actor,
      Instant at) {}
}
