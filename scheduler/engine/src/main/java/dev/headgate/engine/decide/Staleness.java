package dev.headgate.engine.decide;

import dev.headgate.model.product.Dataset;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Product;
import dev.headgate.model.release.Release;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What of a product is not what its definition and inputs give, and why.
 *
 * @param datasets those that are stale
 * @param apartFromInputs whether something else than inputs' states makes it so
 * @param changedInputs the inputs that changed since the current promotion
 * @param because one sentence for each cause; empty if nothing is stale
 */
record Staleness(
    Set<DatasetName> datasets,
    boolean apartFromInputs,
    Set<DatasetName> changedInputs,
    List<String> because) {
  static Staleness of(ProductFacts facts) {
    Set<DatasetName> stale =
        Recipe.stale(facts.product(), facts.inputStates(), facts.content()).keySet();
    Map<DatasetName, String> consumed = facts.current().map(Release::inputs).orElse(Map.of());
    boolean apart =
        facts.current().isEmpty()
            || !Recipe.stale(facts.product(), consumed, facts.content()).isEmpty();
    return new Staleness(
        stale, apart, facts.changedInputs(), stale.isEmpty() ? List.of() : because(facts, stale));
  }

  boolean nothing() {
    return datasets.isEmpty();
  }

  private static List<String> because(ProductFacts facts, Set<DatasetName> stale) {
    if (facts.current().isEmpty()) {
      return List.of("never built before");
    }
    Release current = facts.current().get();
    Set<String> causes = new LinkedHashSet<>();
    for (Dataset dataset : facts.product().inOrder()) {
      if (stale.contains(dataset.name())) {
        causes.addAll(definitionCauses(facts, dataset));
      }
    }
    for (DatasetName input : facts.changedInputs()) {
      if (readByAny(facts.product(), input, stale)) {
        causes.add(inputCause(input, facts.inputs().get(input), current));
      }
    }
    if (causes.isEmpty()) {
      causes.add(
          current
              .restores()
              .map(
                  restored ->
                      "what is promoted is the state of release "
                          + restored
                          + ", restored by release "
                          + current.id())
              .orElse("release " + current.id() + " did not build " + joined(stale)));
    }
    return new ArrayList<>(causes);
  }

  private static List<String> definitionCauses(ProductFacts facts, Dataset dataset) {
    String table = dataset.name().table();
    if (!facts.content().containsKey(dataset.name())) {
      return List.of(table + " was never built before");
    }
    Optional<Dataset> before = facts.currentAs().flatMap(p -> p.dataset(dataset.name()));
    return before
        .map(
            was ->
                Aspects.ofContent(was, dataset).stream()
                    .map(aspect -> "the " + aspect + " of " + table + " changed")
                    .toList())
        .orElse(List.of());
  }

  private static boolean readByAny(Product product, DatasetName input, Set<DatasetName> stale) {
    return product.datasets().stream()
        .anyMatch(d -> stale.contains(d.name()) && d.inputs().contains(input));
  }

  private static String inputCause(DatasetName name, Input input, Release current) {
    String since = " since release " + current.id();
    if (input.state().isEmpty()) {
      return name + " is gone" + since;
    }
    return input
        .madeBy()
        .map(made -> name + " was promoted (version-" + made.lakeVersion() + ")" + since)
        .orElse("the source dataset " + name + " changed" + since);
  }

  private static String joined(Set<DatasetName> names) {
    return String.join(", ", names.stream().map(DatasetName::toString).toList());
  }
}
