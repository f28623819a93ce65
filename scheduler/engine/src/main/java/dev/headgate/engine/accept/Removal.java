package dev.headgate.engine.accept;

import dev.headgate.engine.contract.Impact;
import dev.headgate.engine.facts.InForce;
import dev.headgate.engine.facts.PromotedContracts;
import dev.headgate.model.contract.Contract;
import dev.headgate.model.product.Dataset;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Product;
import dev.headgate.model.product.ProductName;
import dev.headgate.model.release.Release;
import dev.headgate.model.store.StoreTransaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A contract that a dataset was promoted under and that definitions take away: the dataset has none
 * any more, or no product makes it any more. For its readers that is a major change.
 *
 * @param removed the contract
 * @param major that they accept it as: the one after that of the contract
 * @param impacts on who reads the dataset, but for the product that takes the contract away
 */
public record Removal(DatasetName dataset, Contract removed, int major, List<Impact> impacts) {
  public Removal {
    impacts = List.copyOf(impacts);
  }

  /** What a product takes away: of datasets that it makes, and of those that it made last. */
  public static List<Removal> of(
      StoreTransaction tx, InForce.View definitions, ProductName product) {
    List<Removal> removals = new ArrayList<>();
    for (Dataset dataset : definitions.find(product).map(Product::datasets).orElse(List.of())) {
      if (dataset.contract().isEmpty()) {
        PromotedContracts.current(tx, definitions, dataset.name())
            .map(contract -> of(tx, definitions, product, dataset.name(), contract))
            .ifPresent(removals::add);
      }
    }
    Optional<Product> last =
        tx.releases().current(product).flatMap(r -> PromotedContracts.definition(tx, r));
    for (Dataset dataset : last.map(Product::datasets).orElse(List.of())) {
      if (definitions.producer(dataset.name()).isEmpty()) {
        dataset
            .contract()
            .map(contract -> of(tx, definitions, product, dataset.name(), contract))
            .ifPresent(removals::add);
      }
    }
    return List.copyOf(removals);
  }

  private static Removal of(
      StoreTransaction tx,
      InForce.View definitions,
      ProductName product,
      DatasetName dataset,
      Contract contract) {
    int major = contract.version().major() + 1;
    List<Impact> impacts =
        Impact.ofRemoval(
            definitions.definitions(),
            dataset,
            contract,
            Consents.toRemoval(tx, dataset, major, contract).given());
    return new Removal(
        dataset,
        contract,
        major,
        impacts.stream().filter(i -> !i.consumer().equals(product)).toList());
  }

  /** The products on whose releases a yes to a new major of a dataset bears. */
  static List<ProductName> makers(
      StoreTransaction tx, InForce.View definitions, DatasetName dataset) {
    Optional<ProductName> producer = definitions.producer(dataset);
    return producer.isPresent()
        ? List.of(producer.get())
        : tx.definitions().makers(dataset).stream()
            .filter(maker -> definitions.find(maker).isPresent())
            .filter(maker -> madeLast(tx, maker, dataset))
            .sorted()
            .toList();
  }

  private static boolean madeLast(StoreTransaction tx, ProductName maker, DatasetName dataset) {
    Optional<Release> last = tx.releases().current(maker);
    return last.flatMap(r -> PromotedContracts.definition(tx, r))
        .flatMap(product -> product.dataset(dataset))
        .isPresent();
  }
}
