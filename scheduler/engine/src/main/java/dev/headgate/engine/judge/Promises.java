package dev.headgate.engine.judge;

import dev.headgate.engine.accept.Consents;
import dev.headgate.engine.accept.Removal;
import dev.headgate.engine.contract.Consent;
import dev.headgate.engine.contract.ContractDiff;
import dev.headgate.engine.contract.Impact;
import dev.headgate.engine.contract.Succession;
import dev.headgate.engine.facts.InForce;
import dev.headgate.engine.facts.PromotedContracts;
import dev.headgate.engine.ledger.Ledger;
import dev.headgate.engine.sql.KnownSql;
import dev.headgate.engine.waive.OwnRule;
import dev.headgate.model.check.CheckSpec.Origin;
import dev.headgate.model.check.CheckSpec.Severity;
import dev.headgate.model.contract.Contract;
import dev.headgate.model.product.Dataset;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Definitions;
import dev.headgate.model.product.Places.Place;
import dev.headgate.model.product.Product;
import dev.headgate.model.release.Finding;
import dev.headgate.model.release.Finding.Outcome;
import dev.headgate.model.store.StoreTransaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What becomes of earlier promises: a contract has the version that its changes earn, and who reads
 * the dataset has accepted a new major, or that the contract is taken away. Nobody can waive
 * either: accepting is the way.
 */
final class Promises {
  private final Ledger ledger;

  Promises(Ledger ledger) {
    this.ledger = ledger;
  }

  /**
   * Findings on all datasets of a product against what was promoted before, whether a release
   * builds them or not: its promotion makes the whole definition the promise.
   */
  List<Finding> findings(Definitions definitions, Product product) {
    InForce.View view = InForce.View.of(0, definitions);
    return ledger.transact(
        tx -> {
          List<Finding> findings = new ArrayList<>();
          for (Dataset dataset : product.inOrder()) {
            dataset
                .contract()
                .ifPresent(c -> findings.addAll(findings(tx, view, dataset.name(), c)));
          }
          for (Removal removal : Removal.of(tx, view, product.name())) {
            removal.impacts().stream()
                .filter(impact -> !impact.accepted())
                .map(
                    i ->
                        failed(
                            removal.dataset(),
                            OwnRule.REMOVED,
                            accept(i, removal.dataset(), removal.major()),
                            new Written(definitions, removal.dataset()).entry()))
                .forEach(findings::add);
          }
          return findings;
        });
  }

  private static List<Finding> findings(
      StoreTransaction tx, InForce.View view, DatasetName dataset, Contract candidate) {
    List<Contract> promoted = PromotedContracts.all(tx, view, dataset);
    Optional<Succession> succession = Succession.of(promoted, candidate);
    if (succession.isEmpty()) {
      return List.of();
    }
    Definitions definitions = view.definitions();
    ContractDiff diff = succession.get().diff();
    List<Finding> findings = new ArrayList<>();
    Optional<Place> version = new Written(definitions, dataset).version();
    succession
        .get()
        .objections()
        .forEach(o -> findings.add(failed(dataset, OwnRule.VERSION, o.toString(), version)));
    Consent consent = Consents.to(tx, dataset, candidate, promoted);
    for (Impact impact :
        Impact.of(definitions, dataset, diff, KnownSql.used(tx, definitions, dataset), consent)) {
      if (!impact.accepted()) {
        findings.add(
            failed(
                dataset,
                OwnRule.ACCEPTED,
                diff.objection().isEmpty()
                    ? sentence(impact, dataset, candidate)
                    : impact.sentence()
                        + "; its owners can accept that once the contract has such a version",
                version));
      }
    }
    return findings;
  }

  private static String sentence(Impact impact, DatasetName dataset, Contract candidate) {
    int major = candidate.version().major();
    return accept(impact, dataset, major)
        + ", or by the input "
        + dataset
        + "@"
        + (major - 1)
        + "-"
        + major;
  }

  private static String accept(Impact impact, DatasetName dataset, int major) {
    return impact.sentence()
        + "; its owners accept with 'headgate contract accept "
        + dataset
        + "@"
        + major
        + " --for "
        + impact.consumer()
        + "'";
  }

  /**
   * On a dataset that a branch drops.
   *
   * @param entry where it is defined
   */
  static Finding dropped(DatasetName dataset, Optional<Place> entry) {
    return failed(
        dataset,
        OwnRule.DROPPED,
        "the release drops "
            + dataset
            + ", which its product still defines: take it out of the definition instead",
        entry);
  }

  private static Finding failed(
      DatasetName dataset, OwnRule rule, String message, Optional<Place> place) {
    return new Finding(
            dataset, rule.text(), Severity.ERROR, Outcome.FAILED, Origin.HEADGATE, message)
        .at(place);
  }
}
