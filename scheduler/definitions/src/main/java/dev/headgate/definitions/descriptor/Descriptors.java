package dev.headgate.definitions.descriptor;

import dev.headgate.definitions.contract.Contracts;
import dev.headgate.definitions.pipeline.PipelineReader;
import dev.headgate.definitions.yaml.At;
import dev.headgate.definitions.yaml.Problems;
import dev.headgate.definitions.yaml.Suggestion;
import dev.headgate.definitions.yaml.Yaml;
import dev.headgate.model.product.Descriptor;
import dev.headgate.model.product.ProductName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * All descriptors, and which products they are of: that of the pipeline in the same folder, else in
 * the nearest one above; of several pipelines there, the one that {@code name} says.
 */
public final class Descriptors {
  private final Problems problems;
  private final DescriptorReader reader;
  private final List<DescriptorDraft> drafts = new ArrayList<>();
  private final Map<ProductName, DescriptorDraft> byProduct = new TreeMap<>();

  public Descriptors(Problems problems) {
    this.problems = problems;
    this.reader = new DescriptorReader(problems);
  }

  /** Reads a file. */
  public void read(String file, Yaml yaml) {
    reader.read(file, yaml).ifPresent(drafts::add);
  }

  /**
   * Finds each one's product, once pipelines and contracts were checked.
   *
   * @param sound whether there is no mistake in any pipeline or contract; with one, what seems not
   *     to be there may be what is mistaken
   */
  public void check(Collection<PipelineReader.Draft> products, Contracts contracts, boolean sound) {
    Ports ports = new Ports(products, contracts, problems);
    for (DescriptorDraft draft : drafts) {
      Optional<PipelineReader.Draft> product = product(draft, products, sound);
      if (product.isEmpty()) {
        continue;
      }
      ProductName name = product.get().product().name();
      DescriptorDraft first = byProduct.putIfAbsent(name, draft);
      if (first != null) {
        problems.add(
            At.startOf(draft.descriptor().file()),
            "product '"
                + name
                + "' is already described in "
                + first.descriptor().file()
                + ": expected one descriptor for it");
      } else if (sound) {
        draft.claims().forEach(c -> ports.check(product.get(), c));
      }
    }
  }

  public Map<ProductName, Descriptor> byProduct() {
    Map<ProductName, Descriptor> found = new TreeMap<>();
    byProduct.forEach((product, draft) -> found.put(product, draft.descriptor()));
    return found;
  }

  private Optional<PipelineReader.Draft> product(
      DescriptorDraft draft, Collection<PipelineReader.Draft> all, boolean sound) {
    List<PipelineReader.Draft> near = nearest(draft.descriptor().file(), all);
    if (near.isEmpty()) {
      if (sound) {
        problems.add(
            At.startOf(draft.descriptor().file()),
            "a descriptor without a pipeline: expected that of its product in the same folder or"
                + " one above");
      }
      return Optional.empty();
    }
    Optional<PipelineReader.Draft> named =
        all.stream().filter(p -> isNamed(draft, p.product().name(), near)).findFirst();
    if (near.size() > 1 && named.filter(near::contains).isEmpty()) {
      ambiguous(draft, near);
      return Optional.empty();
    }
    PipelineReader.Draft found = named.filter(near::contains).orElse(near.get(0));
    ProductName name = found.product().name();
    if (named.isPresent() && !named.get().equals(found)) {
      problems.add(
          draft.name().orElseThrow().at(),
          "'name': "
              + Yaml.quoted(draft.name().get().value())
              + " is another product, made in "
              + named.get().at().file()
              + ": expected the descriptor beside that, or '"
              + name.name()
              + "'");
    }
    draft
        .domain()
        .filter(d -> !d.value().equals(name.domain()))
        .ifPresent(
            d ->
                problems.add(
                    d.at(),
                    "'domain': expected '"
                        + name.domain()
                        + "', the domain of product '"
                        + name
                        + "', found "
                        + Yaml.quoted(d.value())));
    return Optional.of(found);
  }

  /** Whether it is called like a product, in the domain of those near it or in full. */
  private static boolean isNamed(
      DescriptorDraft draft, ProductName product, List<PipelineReader.Draft> near) {
    boolean here =
        near.stream().anyMatch(p -> p.product().name().domain().equals(product.domain()));
    return draft
        .name()
        .filter(
            n -> n.value().equals(product.toString()) || (here && n.value().equals(product.name())))
        .isPresent();
  }

  private void ambiguous(DescriptorDraft draft, List<PipelineReader.Draft> near) {
    List<String> names = near.stream().map(p -> p.product().name().name()).sorted().toList();
    if (draft.name().isEmpty()) {
      problems.add(
          At.startOf(draft.descriptor().file()),
          "a descriptor without 'name' near several pipelines: expected the name of its product, "
              + String.join(" or ", names));
    } else {
      problems.add(
          draft.name().get().at(),
          "'name': no product near it is called "
              + Yaml.quoted(draft.name().get().value())
              + ", "
              + Suggestion.of(draft.name().get().value(), names));
    }
  }

  private static List<PipelineReader.Draft> nearest(
      String file, Collection<PipelineReader.Draft> all) {
    Map<String, List<PipelineReader.Draft>> byFolder =
        all.stream().collect(Collectors.groupingBy(p -> folder(p.at().file())));
    String folder = folder(file);
    while (!byFolder.containsKey(folder) && !folder.isEmpty()) {
      folder = folder(folder);
    }
    return byFolder.getOrDefault(folder, List.of());
  }

  private static String folder(String path) {
    return path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "";
  }
}
