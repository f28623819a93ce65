package dev.headgate.engine.accept;

import dev.headgate.engine.contract.Consent;
import dev.headgate.engine.contract.ContractDiff;
import dev.headgate.engine.contract.Level;
import dev.headgate.model.contract.Contract;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.ProductName;
import dev.headgate.model.store.AcceptanceStore.Acceptance;
import dev.headgate.model.store.StoreTransaction;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What was said yes to: a major as a contract said it then, not whatever it may say later. */
public final class Consents {
  private Consents() {}

  /**
   * Who said yes to a candidate: to exactly what it says, or to a version of its major that was
   * promoted and that the candidate keeps.
   *
   * @param promoted what the dataset was promoted under
   */
  public static Consent to(
      StoreTransaction tx, DatasetName dataset, Contract candidate, List<Contract> promoted) {
    return of(
        tx,
        dataset,
        candidate.version().major(),
        said ->
            said.equals(candidate.digest())
                || promoted.stream()
                    .filter(contract -> contract.digest().equals(said))
                    .anyMatch(contract -> keeps(contract, candidate)));
  }

  /** Who said yes to a contract's being taken away. */
  static Consent toRemoval(StoreTransaction tx, DatasetName dataset, int major, Contract removed) {
    return of(tx, dataset, major, removal(removed)::equals);
  }

  /** What a yes to a contract's being taken away is to. */
  static String removal(Contract removed) {
    return "without " + removed.digest();
  }

  private static boolean keeps(Contract promoted, Contract candidate) {
    return !ContractDiff.of(promoted, candidate).level().equals(Optional.of(Level.MAJOR));
  }

  private static Consent of(
      StoreTransaction tx, DatasetName dataset, int major, Predicate<String> same) {
    Set<ProductName> given = new HashSet<>();
    Set<ProductName> outdated = new HashSet<>();
    for (Acceptance acceptance : tx.acceptances().of(dataset)) {
      if (acceptance.major() == major) {
        (same.test(acceptance.contract()) ? given : outdated).add(acceptance.consumer());
      }
    }
    outdated.removeAll(given);
    return new Consent(given, outdated);
  }
}
