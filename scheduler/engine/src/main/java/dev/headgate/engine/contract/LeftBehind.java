package dev.headgate.engine.contract;

import dev.headgate.model.contract.Contract;
import dev.headgate.model.contract.Majors;
import dev.headgate.model.contract.Version;
import dev.headgate.model.product.Dataset;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Definitions;
import dev.headgate.model.product.Product;
import dev.headgate.model.product.ProductName;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * An input that names majors which its contract has left. That the consumer's owners accept the new
 * one lets the producer go on, and starts no release of the consumer.
 *
 * @param reader the consumer's dataset
 * @param majors that its input names
 * @param version of the input's contract
 */
public record LeftBehind(
    ProductName consumer, DatasetName reader, DatasetName input, Majors majors, Version version) {
  /** All of them, by consumer, dataset and input. */
  public static List<LeftBehind> in(Definitions definitions) {
    List<LeftBehind> found = new ArrayList<>();
    for (Product product : definitions.sortedProducts().values()) {
      for (Dataset dataset : product.datasets()) {
        new TreeMap<>(dataset.accepts())
            .forEach(
                (input, majors) ->
                    definitions
                        .producerOf(input)
                        .flatMap(p -> p.dataset(input))
                        .flatMap(Dataset::contract)
                        .map(Contract::version)
                        .filter(version -> majors.to() < version.major())
                        .map(v -> new LeftBehind(product.name(), dataset.name(), input, majors, v))
                        .ifPresent(found::add));
      }
    }
    return List.copyOf(found);
  }

  /** For people, with what to do. */
  public String sentence() {
    return reader
        + " reads "
        + input
        + "@"
        + majors
        + ", and its contract is at "
        + version
        + ": once that is promoted it is not built any more, even where its owners accept it;"
        + " expected the input "
        + input
        + "@"
        + majors.from()
        + "-"
        + version.major();
  }
}
