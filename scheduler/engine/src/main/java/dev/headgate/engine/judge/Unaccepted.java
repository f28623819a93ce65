package dev.headgate.engine.judge;

import dev.headgate.engine.accept.Consents;
import dev.headgate.engine.accept.Removal;
import dev.headgate.engine.contract.Impact;
import dev.headgate.engine.contract.Succession;
import dev.headgate.engine.facts.InForce;
import dev.headgate.engine.facts.PromotedContracts;
import dev.headgate.model.contract.Contract;
import dev.headgate.model.product.Dataset;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Product;
import dev.headgate.model.store.StoreTransaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Which readers still have to accept what a product changes for them. */
final class Unaccepted {
  private Unaccepted() {}

  /** One line for each dataset and reader; equal exactly where the same wait for the same. */
  static List<String> of(StoreTransaction tx, InForce.View definitions, Product product) {
    List<String> open = new ArrayList<>();
    for (Dataset dataset : product.inOrder()) {
      if (!definitions.consumers(dataset.name()).isEmpty()) {
        dataset
            .contract()
            .map(contract -> impacts(tx, definitions, dataset.name(), contract))
            .ifPresent(impacts -> lines(dataset.name(), impacts).forEach(open::add));
      }
    }
    for (Removal removal : Removal.of(tx, definitions, product.name())) {
      lines(removal.dataset(), removal.impacts()).forEach(open::add);
    }
    return List.copyOf(open);
  }

  /** The products that have still to accept what one dataset's contract changes for them. */
  static List<String> consumers(StoreTransaction tx, InForce.View definitions, Dataset dataset) {
    return dataset
        .contract()
        .map(contract -> impacts(tx, definitions, dataset.name(), contract))
        .orElse(List.of())
        .stream()
        .filter(impact -> !impact.accepted())
        .map(impact -> impact.consumer().toString())
        .distinct()
        .toList();
  }

  private static List<Impact> impacts(
      StoreTransaction tx, InForce.View definitions, DatasetName dataset, Contract candidate) {
    List<Contract> promoted = PromotedContracts.all(tx, definitions, dataset);
    return Succession.of(promoted, candidate)
        .map(
            succession ->
                Impact.of(
                    definitions.definitions(),
                    dataset,
                    succession.diff(),
                    Map.of(),
                    Consents.to(tx, dataset, candidate, promoted)))
        .orElse(List.of());
  }

  private static Stream<String> lines(DatasetName dataset, List<Impact> impacts) {
    return impacts.stream()
        .filter(impact -> !impact.accepted())
        .map(impact -> dataset + " " + impact.consumer() + " " + impact.dataset());
  }
}
