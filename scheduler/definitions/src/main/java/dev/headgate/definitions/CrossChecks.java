package dev.headgate.definitions;

import dev.headgate.definitions.domain.DomainReader;
import dev.headgate.definitions.pipeline.DatasetReader;
import dev.headgate.definitions.pipeline.PipelineReader;
import dev.headgate.definitions.pipeline.PromotionReader;
import dev.headgate.definitions.yaml.Located;
import dev.headgate.definitions.yaml.Problems;
import dev.headgate.definitions.yaml.Suggestion;
import dev.headgate.definitions.yaml.Yaml;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Domain;
import dev.headgate.model.product.Product;
import dev.headgate.model.product.ProductName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What only shows when all files are seen together. Files with mistakes of their own take part as
 * far as they could be read, so that one mistake is not reported as two.
 */
final class CrossChecks {
  private final Problems problems;
  private final Map<String, DomainReader.Draft> domains = new TreeMap<>();
  private final Map<ProductName, PipelineReader.Draft> products = new LinkedHashMap<>();

  CrossChecks(Problems problems) {
    this.problems = problems;
  }

  void add(DomainReader.Draft draft) {
    DomainReader.Draft first = domains.putIfAbsent(draft.domain().name(), draft);
    if (first != null) {
      problems.add(
          draft.at(),
          "domain '" + draft.domain().name() + "' is already defined in " + first.at().place());
    }
  }

  void add(PipelineReader.Draft draft) {
    PipelineReader.Draft first = products.putIfAbsent(draft.product().name(), draft);
    if (first != null) {
      problems.add(
          draft.at(),
          "product '" + draft.product().name() + "' is already defined in " + first.at().place());
    }
  }

  Map<String, Domain> domains() {
    Map<String, Domain> plain = new TreeMap<>();
    domains.forEach((name, draft) -> plain.put(name, draft.domain()));
    return plain;
  }

  Map<ProductName, Product> products() {
    Map<ProductName, Product> plain = new TreeMap<>();
    products.forEach((name, draft) -> plain.put(name, draft.product()));
    return plain;
  }

  /**
   * Checks all that was added.
   *
   * @param allDomainsRead whether every domain file told at least its name
   */
  void check(boolean allDomainsRead) {
    for (PipelineReader.Draft product : products.values()) {
      DomainReader.Draft domain = domains.get(product.product().name().domain());
      if (domain == null && allDomainsRead) {
        undefined(product);
      } else if (domain != null && domain.complete()) {
        checkApprovals(product.promotion(), domain.domain());
      }
    }
    checkWriters();
    List<DatasetReader.Draft> datasets =
        products.values().stream().flatMap(p -> p.datasets().stream()).toList();
    new CircleCheck(datasets, problems).check();
  }

  private void undefined(PipelineReader.Draft product) {
    String name = product.product().name().domain();
    String meant =
        Suggestion.closest(name, domains.keySet())
            .map(d -> ", did you mean '" + d + "'?")
            .orElse(":");
    problems.add(
        product.at(),
        "domain '"
            + name
            + "' is not defined"
            + meant
            + " expected a domain.yaml with 'domain: "
            + name
            + "'");
  }

  private void checkApprovals(PromotionReader.Draft promotion, Domain domain) {
    Set<String> people = new HashSet<>();
    boolean allKnown = true;
    for (Located<String> group : promotion.from()) {
      List<String> members = domain.groups().get(group.value());
      if (members == null) {
        allKnown = false;
        problems.add(
            group.at(),
            "'from': domain '"
                + domain.name()
                + "' has no group "
                + Yaml.quoted(group.value())
                + ", "
                + Suggestion.of(group.value(), domain.groups().keySet()));
      } else {
        people.addAll(members);
      }
    }
    if (allKnown
        && !promotion.from().isEmpty()
        && promotion.need().isPresent()
        && promotion.need().get().value() > people.size()) {
      problems.add(
          promotion.need().get().at(),
          "'need': expected at most "
              + people.size()
              + ", as many as there are different people in the groups, found "
              + promotion.need().get().value());
    }
  }

  private void checkWriters() {
    Map<DatasetName, PipelineReader.Draft> writers = new HashMap<>();
    for (PipelineReader.Draft product : products.values()) {
      for (DatasetReader.Draft dataset : product.datasets()) {
        PipelineReader.Draft first = writers.putIfAbsent(dataset.dataset().name(), product);
        if (first != null) {
          problems.add(
              dataset.at(),
              "dataset '"
                  + dataset.dataset().name()
                  + "' is already made by product '"
                  + first.product().name()
                  + "' in "
                  + first.at().file()
                  + ": expected one product to make it");
        }
      }
    }
  }
}
