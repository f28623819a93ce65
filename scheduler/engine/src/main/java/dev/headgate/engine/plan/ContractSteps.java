package dev.headgate.engine.plan;

import dev.headgate.engine.Plan.ContractStep;
import dev.headgate.engine.Plan.Finding;
import dev.headgate.engine.Plan.Severity;
import dev.headgate.engine.accept.Acceptances;
import dev.headgate.engine.contract.Impact;
import dev.headgate.engine.contract.Succession;
import dev.headgate.engine.facts.InForce;
import dev.headgate.engine.facts.PromotedContracts;
import dev.headgate.engine.ledger.Ledger;
import dev.headgate.engine.sql.KnownSql;
import dev.headgate.model.contract.Contract;
import dev.headgate.model.product.Dataset;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Definitions;
import dev.headgate.model.product.Product;
import dev.headgate.model.store.StoreTransaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

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
    List<ContractStep> steps = new ArrayList<>();
    each(after, step -> steps.add(step.step()), finding -> {});
    return steps;
  }

  @Override
  public List<Finding> of(InForce.View before, Definitions after) {
    List<Finding> findings = new ArrayList<>();
    each(
        after,
        step -> {
          step.succession().objections().stream()
              .map(o -> finding(Severity.ERROR, "contract-version", step.dataset(), o))
              .forEach(findings::add);
          step.step().impacts().stream()
              .filter(impact -> !impact.accepted())
              .map(i -> finding(Severity.WARNING, "major-accepted", step.dataset(), waits(i)))
              .forEach(findings::add);
        },
        findings::add);
    return findings;
  }

  private static String waits(Impact impact) {
    return impact.sentence() + "; releases wait until its owners accept";
  }

  private static Finding finding(
      Severity severity, String rule, DatasetName dataset, String message) {
    return new Finding(severity, rule, "dataset " + dataset, Optional.empty(), message);
  }

  private void each(Definitions after, Consumer<Step> steps, Consumer<Finding> removed) {
    InForce.View view = InForce.View.of(0, after);
    ledger.transact(
        tx -> {
          for (Product product : after.sortedProducts().values()) {
            for (Dataset dataset : product.datasets()) {
              List<Contract> promoted = PromotedContracts.all(tx, view, dataset.name());
              dataset
                  .contract()
                  .flatMap(contract -> Succession.of(promoted, contract))
                  .filter(Succession::isChange)
                  .map(succession -> step(tx, after, dataset.name(), succession))
                  .ifPresent(steps);
              if (dataset.contract().isEmpty()) {
                PromotedContracts.current(tx, view, dataset.name())
                    .ifPresent(contract -> removed(tx, after, dataset.name(), contract, removed));
              }
            }
          }
          return null;
        });
  }

  private static Step step(
      StoreTransaction tx, Definitions after, DatasetName dataset, Succession succession) {
    int major = succession.diff().after().version().major();
    List<Impact> impacts =
        Impact.of(
            after,
            dataset,
            succession.diff(),
            KnownSql.used(tx, after, dataset),
            Acceptances.saidYes(tx, dataset, major));
    return new Step(dataset, succession, new ContractStep(dataset, succession.diff(), impacts));
  }

  private static void removed(
      StoreTransaction tx,
      Definitions after,
      DatasetName dataset,
      Contract contract,
      Consumer<Finding> removed) {
    Impact.ofRemoval(
            after,
            dataset,
            contract,
            Acceptances.saidYes(tx, dataset, contract.version().major() + 1))
        .forEach(
            impact ->
                removed.accept(
                    finding(Severity.WARNING, "contract-removed", dataset, impact.sentence())));
  }

  private record Step(DatasetName dataset, Succession succession, ContractStep step) {}
}
