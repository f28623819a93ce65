package dev.headgate.engine.plan;

import dev.headgate.engine.Plan.Finding;
import dev.headgate.engine.Plan.Severity;
import dev.headgate.engine.Subject;
import dev.headgate.engine.contract.LeftBehind;
import dev.headgate.engine.facts.InForce;
import dev.headgate.model.contract.Contract;
import dev.headgate.model.contract.Majors;
import dev.headgate.model.product.Dataset;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Definitions;
import dev.headgate.model.product.Places.Kind;
import dev.headgate.model.product.Places.Place;
import dev.headgate.model.product.Product;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Inputs that name a major which their contract has not come to, or only such as it has left: what
 * reads them is not built.
 */
public final class InputMajors implements Review {
  @Override
  public List<Finding> of(InForce.View before, Definitions after) {
    List<Finding> findings = new ArrayList<>();
    LeftBehind.in(after).forEach(left -> findings.add(finding(after, left)));
    for (Product product : after.sortedProducts().values()) {
      for (Dataset dataset : product.datasets()) {
        for (Map.Entry<DatasetName, Majors> input : new TreeMap<>(dataset.accepts()).entrySet()) {
          contract(after, input.getKey())
              .filter(contract -> input.getValue().from() > contract.version().major())
              .map(contract -> finding(after, dataset, input.getKey(), contract))
              .ifPresent(findings::add);
        }
      }
    }
    return findings;
  }

  private static Finding finding(Definitions after, LeftBehind left) {
    return new Finding(
        Severity.WARNING,
        "left-major",
        Subject.of(left.reader()),
        after.places().of(Kind.INPUT, left.reader(), left.input().toString()),
        left.sentence());
  }

  private static Optional<Contract> contract(Definitions definitions, DatasetName dataset) {
    return definitions
        .producerOf(dataset)
        .flatMap(p -> p.dataset(dataset))
        .flatMap(Dataset::contract);
  }

  private static Finding finding(
      Definitions after, Dataset dataset, DatasetName input, Contract contract) {
    Optional<Place> place = after.places().of(Kind.INPUT, dataset.name(), input.toString());
    return new Finding(
        Severity.WARNING,
        "unknown-major",
        Subject.of(dataset.name()),
        place,
        dataset.name()
            + " reads "
            + input
            + "@"
            + dataset.accepts().get(input)
            + ", and its contract is at "
            + contract.version()
            + ": it is not built before there is such a major");
  }
}
