package dev.headgate.definitions;

import dev.headgate.definitions.contract.ContractReader;
import dev.headgate.definitions.domain.DomainReader;
import dev.headgate.definitions.keys.Extensions;
import dev.headgate.definitions.pipeline.PipelineReader;
import dev.headgate.definitions.policy.PolicyFiles;
import dev.headgate.definitions.source.FileReferences;
import dev.headgate.definitions.source.Sources;
import dev.headgate.definitions.yaml.At;
import dev.headgate.definitions.yaml.Problems;
import dev.headgate.definitions.yaml.Yaml;
import dev.headgate.definitions.yaml.YamlReader;
import dev.headgate.model.policy.PolicyRule;
import dev.headgate.model.product.Definitions;
import dev.headgate.model.product.Places;
import dev.headgate.model.product.Product;
import dev.headgate.model.product.ProductName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Parses definitions as a whole: all of them, or every mistake in them. Stateless; reads nothing
 * but the sources, and the jars that they name by a local path.
 */
public final class DefinitionParser {
  private DefinitionParser() {}

  /** Never throws for what is in the sources: that becomes {@link ParseResult.Invalid}. */
  public static ParseResult parse(Sources sources, Extensions extensions) {
    return parse(sources, extensions, List.of());
  }

  /**
   * The same.
   *
   * @param site policies that hold beside those of the sources
   */
  public static ParseResult parse(Sources sources, Extensions extensions, List<PolicyRule> site) {
    Problems problems = new Problems();
    PolicyFiles policies = new PolicyFiles(problems, extensions, site);
    FileReferences references = new FileReferences(sources, problems);
    DomainReader domainReader = new DomainReader(problems);
    PipelineReader pipelineReader = new PipelineReader(problems, extensions, references);
    ContractReader contractReader = new ContractReader(problems, extensions, references);
    CrossChecks all = new CrossChecks(problems);
    boolean allDomainsRead = true;
    boolean any = false;
    for (Map.Entry<String, byte[]> file : sources.sorted().entrySet()) {
      String path = file.getKey();
      if (Sources.isPolicies(path) || Sources.isFixtures(path)) {
        any = true;
        policies.read(path, file.getValue());
        continue;
      }
      if (!Sources.isDefinition(path)) {
        continue;
      }
      any |= !Sources.isContract(path);
      Optional<Yaml> yaml = YamlReader.read(path, file.getValue(), problems);
      if (Sources.isDomain(path)) {
        Optional<DomainReader.Draft> draft = yaml.flatMap(y -> domainReader.read(path, y));
        draft.ifPresent(all::add);
        allDomainsRead &= draft.isPresent();
      } else if (Sources.isContract(path)) {
        all.addContract(path, yaml.flatMap(y -> contractReader.read(path, y)));
      } else if (Sources.isDescriptor(path)) {
        yaml.ifPresent(y -> all.descriptors().read(path, y));
      } else if (Sources.isGlossary(path)) {
        yaml.ifPresent(y -> all.glossaries().read(path, y));
      } else {
        yaml.flatMap(y -> pipelineReader.read(path, y)).ifPresent(all::add);
      }
    }
    if (!any) {
      problems.add(
          At.startOf("."), "no definitions: expected files called domain.yaml and pipeline.yaml");
    }
    all.check(allDomainsRead);
    Map<ProductName, Product> products = all.products();
    policies.check();
    if (problems.count() > 0) {
      return new ParseResult.Invalid(problems.report());
    }
    List<PolicyRule> inForce = new ArrayList<>(site);
    inForce.addAll(policies.policies());
    Places.Builder places = new Places.Builder();
    all.places(products, places);
    policies.places(places);
    return new ParseResult.Parsed(
        new Definitions(
            all.domains(),
            products,
            all.descriptors().byProduct(),
            inForce,
            all.glossaries().terms(),
            references.bundle(),
            places.build()));
  }
}
