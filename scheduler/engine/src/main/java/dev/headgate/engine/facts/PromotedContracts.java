package dev.headgate.engine.facts;

import dev.headgate.model.contract.Contract;
import dev.headgate.model.product.Dataset;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.release.Release;
import dev.headgate.model.store.StoreTransaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The contracts that promotions were made under. */
public final class PromotedContracts {
  private PromotedContracts() {}

  /** The contract that a dataset had when this release was judged. */
  public static Optional<Contract> of(StoreTransaction tx, Release release, DatasetName dataset) {
    return tx.definitions()
        .product(release.definitionDigest())
        .flatMap(product -> product.dataset(dataset))
        .flatMap(Dataset::contract);
  }

  /** What main shows of a dataset was promoted under this; empty for a source dataset. */
  public static Optional<Contract> current(
      StoreTransaction tx, InForce.View definitions, DatasetName dataset) {
    return definitions
        .producer(dataset)
        .flatMap(producer -> tx.releases().current(producer))
        .flatMap(release -> of(tx, release, dataset));
  }

  /** All that a dataset was ever promoted under, newest first, each version once. */
  public static List<Contract> all(
      StoreTransaction tx, InForce.View definitions, DatasetName dataset) {
    List<Contract> found = new ArrayList<>();
    definitions.producer(dataset).stream()
        .flatMap(producer -> tx.releases().promoted(producer).stream())
        .map(Release::definitionDigest)
        .distinct()
        .flatMap(digest -> tx.definitions().product(digest).stream())
        .flatMap(product -> product.dataset(dataset).stream())
        .flatMap(d -> d.contract().stream())
        .filter(contract -> found.stream().noneMatch(c -> c.version().equals(contract.version())))
        .forEach(found::add);
    return found;
  }
}
