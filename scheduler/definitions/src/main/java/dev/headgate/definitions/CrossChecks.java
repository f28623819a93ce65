package dev.headgate.definitions;

import dev.headgate.definitions.check.CheckDraft;
import dev.headgate.definitions.contract.ContractDraft;
import dev.headgate.definitions.contract.Contracts;
import dev.headgate.definitions.descriptor.Descriptors;
import dev.headgate.definitions.domain.DomainReader;
import dev.headgate.definitions.glossary.Glossaries;
import dev.headgate.definitions.pipeline.DatasetReader;
import dev.headgate.definitions.pipeline.InputReader;
import dev.headgate.definitions.pipeline.PipelineReader;
import dev.headgate.definitions.pipeline.PromotionReader;
import dev.headgate.definitions.source.Sources;
import dev.headgate.definitions.yaml.Located;
import dev.headgate.definitions.yaml.Problems;
import dev.headgate.definitions.yaml.Suggestion;
import dev.headgate.definitions.yaml.Yaml;
import dev.headgate.model.product.Dataset;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Domain;
import dev.headgate.model.product.Places;
import dev.headgate.model.product.Product;
import dev.headgate.model.product.ProductName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What only shows when all files are seen together. Files with mistakes of their own take part as
 * far as they could be read, so that one mistake is not reported as two.
 */
final class CrossChecks {
  private final Problems problems;
  private final Contracts contracts;
  private final Descriptors descriptors;
  private final Glossaries glossaries;
  private final Map<String, DomainReader.Draft> domains = new TreeMap<>();
  private final Map<ProductName, PipelineReader.Draft> products = new LinkedHashMap<>();

  CrossChecks(Problems problems) {
    this.problems = problems;
    this.contracts = new Contracts(problems);
    this.descriptors = new Descriptors(problems);
    this.glossaries = new Glossaries(problems);
  }

  /** What products say of themselves. */
  Descriptors descriptors() {
    return descriptors;
  }

  Glossaries glossaries() {
    return glossaries;
  }

  void addContract(String file, Optional<ContractDraft> draft) {
    contracts.add(file, draft);
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
    products.forEach((name, draft) -> plain.put(name, draft.with(contracts::of, problems)));
    return plain;
  }

  /** Adds where the parts of valid products are. */
  void places(Map<ProductName, Product> complete, Places.Builder places) {
    products.forEach(
        (name, product) -> {
          for (DatasetReader.Draft draft : product.datasets()) {
            DatasetName dataset = draft.dataset().name();
            Dataset made = complete.get(name).dataset(dataset).orElseThrow();
            made.contract().ifPresent(c -> contracts.places(dataset, c, places));
            draft.places(made, places);
          }
        });
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
      for (DatasetReader.Draft dataset : product.datasets()) {
        dataset.contract().ifPresent(c -> contracts.claim(dataset.dataset().name(), c));
        if (domain != null && domain.complete()) {
          contracts
              .approvers(dataset.dataset().name())
              .forEach(g -> group(g, "promotionApprovers", domain.domain()));
        }
      }
    }
    contracts.check();
    checkInputs();
    checkColumns();
    checkWriters();
    List<DatasetReader.Draft> datasets =
        products.values().stream().flatMap(p -> p.datasets().stream()).toList();
    new CircleCheck(datasets, problems).check();
    boolean sound = !problems.isAnyIn(f -> Sources.isPipeline(f) || Sources.isContract(f));
    descriptors.check(products.values(), contracts, sound);
    if (sound) {
      glossaries.check(known(datasets), contracts);
    }
  }

  private static Set<DatasetName> known(List<DatasetReader.Draft> datasets) {
    Set<DatasetName> known = new TreeSet<>();
    for (DatasetReader.Draft dataset : datasets) {
      known.add(dataset.dataset().name());
      known.addAll(dataset.dataset().inputs());
    }
    return known;
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
      Optional<List<String>> members = group(group, "from", domain);
      allKnown &= members.isPresent();
      members.ifPresent(people::addAll);
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

  private Optional<List<String>> group(Located<String> group, String key, Domain domain) {
    Optional<List<String>> members = Optional.ofNullable(domain.groups().get(group.value()));
    if (members.isEmpty()) {
      problems.add(
          group.at(),
          "'"
              + key
              + "': domain '"
              + domain.name()
              + "' has no group "
              + Yaml.quoted(group.value())
              + ", "
              + Suggestion.of(group.value(), domain.groups().keySet()));
    }
    return members;
  }

  /** A major and expectations are about a dataset that some product makes, with a contract. */
  private void checkInputs() {
    Map<DatasetName, PipelineReader.Draft> makers = new HashMap<>();
    Map<DatasetName, DatasetReader.Draft> made = new HashMap<>();
    for (PipelineReader.Draft product : products.values()) {
      for (DatasetReader.Draft dataset : product.datasets()) {
        makers.putIfAbsent(dataset.dataset().name(), product);
        made.putIfAbsent(dataset.dataset().name(), dataset);
      }
    }
    for (PipelineReader.Draft product : products.values()) {
      for (DatasetReader.Draft dataset : product.datasets()) {
        for (InputReader.Input input : dataset.inputs()) {
          checkInput(input, product, Optional.ofNullable(makers.get(input.name())), made);
        }
      }
    }
  }

  private void checkInput(
      InputReader.Input input,
      PipelineReader.Draft reader,
      Optional<PipelineReader.Draft> maker,
      Map<DatasetName, DatasetReader.Draft> made) {
    boolean promised = maker.isPresent() && made.get(input.name()).promised();
    if (input.accepts().isPresent() && !promised) {
      problems.add(
          input.at(),
          "'inputs': '"
              + input.name()
              + "' has no contract: expected it without '@"
              + input.accepts().get()
              + "', or 'contract' where it is made");
    }
    if (!input.expectations().isEmpty() && maker.isEmpty()) {
      problems.add(
          input.at(),
          "'expectations': no product makes '"
              + input.name()
              + "': expected a dataset with a producer, whose candidates they are asked of");
    } else if (!input.expectations().isEmpty()
        && maker.get().product().name().equals(reader.product().name())) {
      problems.add(
          input.at(),
          "'expectations': '"
              + input.name()
              + "' is made by this product itself: expected them in its 'checks'");
    }
  }

  /**
   * Rules and pipelines name columns that the contracts have which they are about. What a product
   * expects of another's dataset is no mistake of its file where that one's contract moved on:
   * plans tell it.
   */
  private void checkColumns() {
    for (PipelineReader.Draft product : products.values()) {
      for (DatasetReader.Draft dataset : product.datasets()) {
        contracts
            .columnsOf(dataset.dataset().name())
            .ifPresent(
                known -> {
                  known.checkPartition(dataset.partition());
                  known.check(dataset.checks());
                });
        dataset.checks().forEach(rule -> checkTarget(rule, rule.refersTo()));
        for (InputReader.Input input : dataset.inputs()) {
          for (CheckDraft rule : input.expectations()) {
            checkTarget(rule, rule.refersTo().filter(to -> makes(product, to)));
          }
        }
      }
    }
  }

  private static boolean makes(PipelineReader.Draft product, DatasetName name) {
    return product.datasets().stream().anyMatch(d -> d.dataset().name().equals(name));
  }

  private void checkTarget(CheckDraft rule, Optional<DatasetName> target) {
    target.flatMap(contracts::columnsOf).ifPresent(known -> known.checkTarget(rule));
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
