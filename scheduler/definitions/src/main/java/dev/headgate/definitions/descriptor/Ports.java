package dev.headgate.definitions.descriptor;

import dev.headgate.definitions.contract.ContractDraft;
import dev.headgate.definitions.contract.Contracts;
import dev.headgate.definitions.descriptor.DescriptorDraft.Claim;
import dev.headgate.definitions.pipeline.DatasetReader;
import dev.headgate.definitions.pipeline.PipelineReader;
import dev.headgate.definitions.yaml.Located;
import dev.headgate.definitions.yaml.Problems;
import dev.headgate.definitions.yaml.Suggestion;
import dev.headgate.definitions.yaml.Yaml;
import dev.headgate.model.contract.Version;
import dev.headgate.model.product.DatasetName;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Compares the contracts that ports name with those that the product's datasets and inputs have.
 */
final class Ports {
  private final Set<DatasetName> made;
  private final Contracts contracts;
  private final Problems problems;

  Ports(Collection<PipelineReader.Draft> products, Contracts contracts, Problems problems) {
    this.made = products.stream().flatMap(p -> own(p).stream()).collect(Collectors.toSet());
    this.contracts = contracts;
    this.problems = problems;
  }

  private static Set<DatasetName> own(PipelineReader.Draft product) {
    return product.datasets().stream().map(d -> d.dataset().name()).collect(Collectors.toSet());
  }

  private static Set<DatasetName> inputs(PipelineReader.Draft product) {
    Set<DatasetName> own = own(product);
    return product.datasets().stream()
        .flatMap(d -> d.dataset().inputs().stream())
        .filter(i -> !own.contains(i))
        .collect(Collectors.toSet());
  }

  void check(PipelineReader.Draft product, Claim claim) {
    TreeMap<String, SortedSet<Version>> known = new TreeMap<>();
    for (DatasetName dataset : claim.output() ? own(product) : inputs(product)) {
      contracts.claimed(dataset).ifPresent(c -> versions(known, c).add(c.version()));
    }
    String id = claim.contract().value();
    if (known.containsKey(id)) {
      claim.version().ifPresent(v -> version(claim, v, known.get(id)));
    } else if (claim.output() || !fromOutside(product) || contracts.hasId(id)) {
      problems.add(
          claim.contract().at(),
          "'"
              + claim.key()
              + "': "
              + (claim.output() ? "no dataset" : "no input")
              + " of product '"
              + product.product().name()
              + "' has the contract "
              + Yaml.quoted(id)
              + ", "
              + Suggestion.of(id, known.keySet()));
    }
  }

  /** Two majors side by side may be versions of one contract. */
  private static SortedSet<Version> versions(
      Map<String, SortedSet<Version>> known, ContractDraft contract) {
    return known.computeIfAbsent(contract.id(), id -> new TreeSet<>());
  }

  /** Whether it reads what no product makes, whose contracts need not be among the definitions. */
  private boolean fromOutside(PipelineReader.Draft product) {
    List<DatasetReader.Draft> datasets = product.datasets();
    return datasets.stream().anyMatch(d -> d.dataset().inputs().isEmpty())
        || inputs(product).stream().anyMatch(i -> !made.contains(i));
  }

  /** Of an input the major counts: which of its versions is read is for its producer to say. */
  private void version(Claim claim, Located<String> written, SortedSet<Version> versions) {
    Optional<PortVersion> said = PortVersion.parse(written.value());
    if (said.isEmpty()) {
      problems.add(
          written.at(),
          "'version': "
              + Yaml.quoted(written.value())
              + " of "
              + claim.port()
              + " is none of a contract: expected "
              + PortVersion.EXPECTED);
    } else if (versions.stream()
        .noneMatch(v -> claim.output() ? said.get().isOf(v) : said.get().isMajorOf(v))) {
      problems.add(
          written.at(),
          "'version': expected "
              + versions.stream().map(Version::toString).collect(Collectors.joining(" or "))
              + ", the version of contract "
              + Yaml.quoted(claim.contract().value())
              + ", found "
              + Yaml.quoted(written.value()));
    }
  }
}
