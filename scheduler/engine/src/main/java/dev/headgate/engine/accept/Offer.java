package dev.headgate.engine.accept;

import dev.headgate.engine.facts.InForce;
import dev.headgate.model.ErrorCode;
import dev.headgate.model.HeadgateException;
import dev.headgate.model.contract.Contract;
import dev.headgate.model.product.Dataset;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.ProductName;
import dev.headgate.model.store.StoreTransaction;
import java.util.List;
import java.util.Optional;

/** What there is to say yes to: the major of the contract that was applied last, or its end. */
final class Offer {
  private Offer() {}

  /**
   * What a yes to a major is to.
   *
   * @param makers the products on whose releases it bears
   * @throws HeadgateException {@code WRONG_STATE} for a major that is not what was applied
   */
  static String of(
      StoreTransaction tx,
      InForce.View definitions,
      DatasetName dataset,
      int major,
      List<ProductName> makers) {
    Optional<Contract> applied =
        definitions
            .producer(dataset)
            .flatMap(definitions::find)
            .flatMap(product -> product.dataset(dataset))
            .flatMap(Dataset::contract);
    if (applied.isPresent()) {
      Contract contract = applied.get();
      if (contract.version().major() != major) {
        throw refused(dataset, major, "the contract that is applied is " + contract.label());
      }
      return contract.digest();
    }
    Removal removal =
        makers.stream()
            .flatMap(maker -> Removal.of(tx, definitions, maker).stream())
            .filter(each -> each.dataset().equals(dataset))
            .findFirst()
            .orElseThrow(() -> refused(dataset, major, "it has no contract"));
    if (removal.major() != major) {
      throw refused(
          dataset,
          major,
          removal.removed().label() + " is taken away, which is major " + removal.major());
    }
    return Consents.removal(removal.removed());
  }

  private static HeadgateException refused(DatasetName dataset, int major, String why) {
    return new HeadgateException(
        ErrorCode.WRONG_STATE, "major " + major + " of " + dataset + " cannot be accepted: " + why);
  }
}
