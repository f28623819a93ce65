package dev.headgate.engine.policy;

import dev.headgate.model.product.Dataset;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Definitions;
import dev.headgate.model.product.Descriptor;
import dev.headgate.model.product.Product;
import dev.headgate.model.product.ProductName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** {@link dev.headgate.spi.PolicyFacts} of what is declared. */
final class FactsOf {
  private final Definitions definitions;
  private final Map<DatasetName, Set<String>> consumers = new HashMap<>();

  FactsOf(Definitions definitions) {
    this.definitions = definitions;
    for (Map.Entry<ProductName, Product> product : definitions.products().entrySet()) {
      Set<DatasetName> own = new HashSet<>();
      product.getValue().datasets().forEach(d -> own.add(d.name()));
      for (Dataset dataset : product.getValue().datasets()) {
        dataset.inputs().stream()
            .filter(input -> !own.contains(input))
            .forEach(
                input ->
                    consumers
                        .computeIfAbsent(input, i -> new TreeSet<>())
                        .add(product.getKey().toString()));
      }
    }
  }

  Map<String, Object> product(Product product) {
    Optional<Descriptor> descriptor =
        Optional.ofNullable(definitions.descriptors().get(product.name()));
    return new Facts()
        .with("name", product.name().toString())
        .with("domain", product.name().domain())
        .with("owners", definitions.ownersOf(product.name()))
        .withAny("description", descriptor.flatMap(Descriptor::purpose))
        .withAny("status", descriptor.map(Descriptor::status))
        .withAny("version", descriptor.flatMap(Descriptor::version))
        .with("tags", descriptor.map(Descriptor::tags).orElse(List.of()))
        .with("approvals", product.promotion().need())
        .with("datasets", product.datasets().stream().map(this::dataset).toList())
        .withTexts("properties", descriptor.map(Descriptor::customProperties).orElse(Map.of()))
        .done();
  }

  Map<String, Object> dataset(Dataset dataset) {
    return new Facts()
        .with("name", dataset.name().toString())
        .with("inputs", dataset.inputs().stream().map(DatasetName::toString).toList())
        .with("job", dataset.job().type())
        .with("checks", dataset.checks().size())
        .with("consumers", List.copyOf(consumers.getOrDefault(dataset.name(), Set.of())))
        .withAny("contract", dataset.contract().map(ContractFacts::of))
        .done();
  }
}
