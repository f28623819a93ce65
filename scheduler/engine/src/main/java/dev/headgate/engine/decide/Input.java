package dev.headgate.engine.decide;

import dev.headgate.model.contract.Version;
import dev.headgate.model.product.ProductName;
import java.util.Optional;

/**
 * A dataset from outside the product that it reads, as it is now.
 *
 * @param state empty while it does not exist
 * @param madeBy the product that makes it and the promotion that shows; empty for a source dataset,
 *     and while its product has promoted nothing
 * @param version of the contract that it was promoted under; empty where it has none
 */
public record Input(Optional<String> state, Optional<Made> madeBy, Optional<Version> version) {
  /** Without a contract. */
  public Input(Optional<String> state, Optional<Made> madeBy) {
    this(state, madeBy, Optional.empty());
  }

  /** A promotion. */
  public record Made(ProductName product, long release, long lakeVersion) {}
}
