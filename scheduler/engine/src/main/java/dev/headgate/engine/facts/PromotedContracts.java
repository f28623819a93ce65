package dev.headgate.engine.facts;

import dev.headgate.model.contract.Contract;
import dev.headgate.model.product.Dataset;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Product;
import dev.headgate.model.product.ProductName;
import dev.headgate.model.release.Release;
import dev.headgate.model.store.StoreTransaction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The contracts that promotions were made under, of a dataset whichever product made it then. */
public final class PromotedContracts {
  private static final Comparator<Release> BY_LAKE_VERSION =
      Comparator.comparing(release -> release.lakeVersion().orElse(0L));

  private PromotedContracts() {}

  /** The contract that what a release shows of a dataset was judged by. */
  public static Optional<Contract> of(StoreTransaction tx, Release release, DatasetName dataset) {
    return definition(tx, release)
        .flatMap(product -> product.dataset(dataset))
        .flatMap(Dataset::contract);
  }

  /**
   * The definition that what a release shows was judged by; of a rollback that of the release that
   * it restores.
   */
  public static Optional<Product> definition(StoreTransaction tx, Release release) {
    return tx.definitions().product(digest(tx, release));
  }

  /**
   * What main shows of a dataset was promoted under this; empty for a dataset that no product
   * makes.
   */
  public static Optional<Contract> current(
      StoreTransaction tx, InForce.View definitions, DatasetName dataset) {
    if (definitions.producer(dataset).isEmpty()) {
      return Optional.empty();
    }
    return makers(tx, definitions, dataset).stream()
        .flatMap(maker -> tx.releases().current(maker).stream())
        .filter(release -> defines(definition(tx, release), dataset))
        .max(BY_LAKE_VERSION)
        .or(() -> promotions(tx, definitions, dataset).stream().findFirst())
        .flatMap(release -> of(tx, release, dataset));
  }

  /** All that a dataset was ever promoted under, newest first, each version once. */
  public static List<Contract> all(
      StoreTransaction tx, InForce.View definitions, DatasetName dataset) {
    List<Contract> found = new ArrayList<>();
    promotions(tx, definitions, dataset).stream()
        .flatMap(release -> of(tx, release, dataset).stream())
        .filter(contract -> found.stream().noneMatch(c -> c.version().equals(contract.version())))
        .forEach(found::add);
    return found;
  }

  /**
   * The promotions that had a dataset, newest first: of each definition of its makers the newest.
   */
  private static List<Release> promotions(
      StoreTransaction tx, InForce.View definitions, DatasetName dataset) {
    Map<String, Release> newest = new HashMap<>();
    for (ProductName maker : makers(tx, definitions, dataset)) {
      tx.releases().promoted(maker).forEach(r -> newest.putIfAbsent(digest(tx, r), r));
    }
    return newest.values().stream()
        .filter(release -> defines(definition(tx, release), dataset))
        .sorted(BY_LAKE_VERSION.reversed())
        .toList();
  }

  private static String digest(StoreTransaction tx, Release release) {
    Optional<Release> restored = release.restores().flatMap(tx.releases()::find);
    return restored.orElse(release).definitionDigest();
  }

  private static boolean defines(Optional<Product> product, DatasetName dataset) {
    return product.flatMap(p -> p.dataset(dataset)).isPresent();
  }

  private static Set<ProductName> makers(
      StoreTransaction tx, InForce.View definitions, DatasetName dataset) {
    Set<ProductName> makers = new TreeSet<>(tx.definitions().makers(dataset));
    definitions.producer(dataset).ifPresent(makers::add);
    return makers;
  }
}
