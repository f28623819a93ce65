package dev.headgate.engine.judge;

import dev.headgate.engine.Plan;
import dev.headgate.engine.Subject;
import dev.headgate.engine.facts.InForce;
import dev.headgate.engine.glossary.Terms;
import dev.headgate.engine.plan.DescriptorOwners;
import dev.headgate.engine.plan.ExpectedColumns;
import dev.headgate.engine.plan.InputMajors;
import dev.headgate.engine.plan.Review;
import dev.headgate.model.check.CheckSpec;
import dev.headgate.model.product.Dataset;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Definitions;
import dev.headgate.model.product.Product;
import dev.headgate.model.product.ProductName;
import dev.headgate.model.release.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a plan would find wrong with definitions as far as they say it themselves: nothing that was
 * applied or promoted before is known here. Each finding is told to the products that it is about,
 * and to the first by name where it is about none of them.
 */
final class Meaning {
  private static final List<Review> REVIEWS =
      List.of(
          new DescriptorOwners(),
          new InputMajors(),
          new ExpectedColumns(),
          (before, after) -> Terms.findings(after, List.of()));

  private final Definitions definitions;
  private final Map<ProductName, List<Finding>> findings = new HashMap<>();

  private Meaning(Definitions definitions) {
    this.definitions = definitions;
  }

  static Meaning of(Definitions definitions) {
    Meaning meaning = new Meaning(definitions);
    InForce.View same = InForce.View.of(0, definitions);
    REVIEWS.forEach(review -> review.of(same, definitions).forEach(meaning::add));
    return meaning;
  }

  List<Finding> of(ProductName product) {
    return List.copyOf(findings.getOrDefault(product, List.of()));
  }

  private void add(Plan.Finding found) {
    Set<ProductName> about = products(found.subject());
    if (about.isEmpty()) {
      definitions.sortedProducts().keySet().stream()
          .findFirst()
          .ifPresent(first -> tell(first, found));
    }
    about.forEach(product -> tell(product, found));
  }

  private void tell(ProductName product, Plan.Finding found) {
    Finding told =
        new Finding(
            found.subject().dataset(),
            found.rule(),
            switch (found.severity()) {
              case ERROR -> CheckSpec.Severity.ERROR;
              case WARNING -> CheckSpec.Severity.WARNING;
            },
            Finding.Outcome.FAILED,
            CheckSpec.Origin.HEADGATE,
            Optional.empty(),
            found.message(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            found.place());
    findings.computeIfAbsent(product, name -> new ArrayList<>()).add(told);
  }

  private Set<ProductName> products(Subject subject) {
    return definitions.sortedProducts().values().stream()
        .filter(product -> isAbout(product, subject))
        .map(Product::name)
        .collect(Collectors.toSet());
  }

  private boolean isAbout(Product product, Subject subject) {
    return subject.product().filter(product.name()::equals).isPresent()
        || subject.dataset().flatMap(product::dataset).isPresent()
        || subject.term().filter(term -> says(product, term)).isPresent();
  }

  private boolean says(Product product, String term) {
    Set<DatasetName> datasets = Terms.datasets(definitions, term);
    return product.datasets().stream().map(Dataset::name).anyMatch(datasets::contains);
  }
}
