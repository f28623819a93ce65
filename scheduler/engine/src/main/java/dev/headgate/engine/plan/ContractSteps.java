package dev.headgate.engine.plan;

import dev.headgate.engine.Plan.ContractStep;
import dev.headgate.engine.Plan.Finding;
import dev.headgate.engine.Plan.Severity;
import dev.headgate.engine.Subject;
import dev.headgate.engine.accept.Consents;
import dev.headgate.engine.accept.Removal;
import dev.headgate.engine.contract.Impact;
import dev.headgate.engine.contract.Objection;
import dev.headgate.engine.contract.Succession;
import dev.headgate.engine.facts.InForce;
import dev.headgate.engine.facts.PromotedContracts;
import dev.headgate.engine.ledger.Ledger;
import dev.headgate.engine.sql.KnownSql;
import dev.headgate.model.contract.Contract;
import dev.headgate.model.product.Dataset;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Definitions;
import dev.headgate.model.product.Places.Kind;
import dev.headgate.model.product.Places.Place;
import dev.headgate.model.product.Product;
import dev.headgate.model.product.ProductName;
import dev.headgate.model.store.StoreTransaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What becomes of the promises that were made: each contract beside the one that its dataset was
 * last promoted under, the version that its changes earn, and who reads the dataset.
 */
final class ContractSteps implements Review {
  private final Ledger ledger;

  ContractSteps(Ledger ledger) {
    this.ledger = ledger;
  }

  /** Those that differ from what was promoted. */
  List<ContractStep> steps(Definitions after) {
    return changes(after).stream().map(Step::step).toList();
  }

  @Override
  public List<Finding> of(InForce.View before, Definitions after) {
    List<Finding> findings = new ArrayList<>();
    for (Step step : changes(after)) {
      step.succession().objections().stream()
          .map(o -> version(after, step, o))
          .forEach(findings::add);
      step.step().impacts().stream()
          .filter(impact -> !impact.accepted())
          .map(i -> finding(Severity.WARNING, "major-accepted", step.dataset(), waits(i)))
          .forEach(findings::add);
    }
    findings.addAll(removals(before, after));
    return findings;
  }

  private static Finding version(Definitions after, Step step, Objection objection) {
    Optional<Place> place = after.places().of(Kind.VERSION, step.dataset(), "");
    String message =
        place.isPresent()
            ? "the contract of " + step.dataset() + ": " + objection.sentence()
            : objection.toString();
    return new Finding(
        Severity.ERROR, "contract-version", Subject.of(step.dataset()), place, message);
  }

  /** Also of products that go; those have no releases that could wait. */
  private List<Finding> removals(InForce.View before, Definitions after) {
    InForce.View view = InForce.View.of(0, after);
    Set<ProductName> products = new TreeSet<>(before.definitions().products().keySet());
    products.addAll(after.products().keySet());
    List<Finding> findings = new ArrayList<>();
    for (ProductName product : products) {
      for (Removal removal : ledger.transact(tx -> Removal.of(tx, view, product))) {
        for (Impact impact : removal.impacts()) {
          if (!impact.accepted()) {
            String message =
                view.find(product).isPresent()
                    ? waits(impact) + " " + removal.dataset() + "@" + removal.major()
                    : impact.sentence();
            findings.add(finding(Severity.WARNING, "contract-removed", removal.dataset(), message));
          }
        }
      }
    }
    return findings;
  }

  private static String waits(Impact impact) {
    return impact.sentence() + "; releases wait until its owners accept";
  }

  private static Finding finding(
      Severity severity, String rule, DatasetName dataset, String message) {
    return new Finding(severity, rule, Subject.of(dataset), Optional.empty(), message);
  }

  private List<Step> changes(Definitions after) {
    InForce.View view = InForce.View.of(0, after);
    return ledger.transact(
        tx -> {
          List<Step> steps = new ArrayList<>();
          for (Product product : after.sortedProducts().values()) {
            for (Dataset dataset : product.datasets()) {
              succession(tx, view, dataset)
                  .filter(Succession::isChange)
                  .map(succession -> step(tx, view, dataset.name(), succession))
                  .ifPresent(steps::add);
            }
          }
          return steps;
        });
  }

  private static Optional<Succession> succession(
      StoreTransaction tx, InForce.View view, Dataset dataset) {
    return dataset
        .contract()
        .flatMap(c -> Succession.of(PromotedContracts.all(tx, view, dataset.name()), c));
  }

  private static Step step(
      StoreTransaction tx, InForce.View view, DatasetName dataset, Succession succession) {
    Definitions after = view.definitions();
    Contract candidate = succession.diff().after();
    List<Impact> impacts =
        Impact.of(
            after,
            dataset,
            succession.diff(),
            KnownSql.used(tx, after, dataset),
            Consents.to(tx, dataset, candidate, PromotedContracts.all(tx, view, dataset)));
    return new Step(dataset, succession, new ContractStep(dataset, succession.diff(), impacts));
  }

  private record Step(DatasetName dataset, Succession succession, ContractStep step) {}
}
