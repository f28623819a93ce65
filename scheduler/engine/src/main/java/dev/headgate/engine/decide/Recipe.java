package dev.headgate.engine.decide;

import dev.headgate.model.product.Dataset;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Product;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** Which datasets of a product are to be built, and the fingerprints of datasets and releases. */
public final class Recipe {
  private Recipe() {}

  /**
   * The datasets to build, in the order in which they depend on each other, with their
   * fingerprints: those whose definition, inputs or upstream in the product are not what their
   * content was built with, and those that are forced.
   *
   * @param inputs the states of what is read from outside
   * @param content the fingerprints of what is there
   * @param forced the occasion on which a dataset is built although it may be fresh; empty: only if
   *     it is stale
   */
  public static Map<DatasetName, Fingerprint> build(
      Product product,
      Map<DatasetName, String> inputs,
      Map<DatasetName, String> content,
      Function<Dataset, Optional<String>> forced) {
    Map<DatasetName, Fingerprint> resolved = new LinkedHashMap<>();
    Map<DatasetName, Fingerprint> built = new LinkedHashMap<>();
    for (Dataset dataset : product.inOrder()) {
      Fingerprint expected = expected(dataset, product, inputs, resolved);
      Optional<Fingerprint> present =
          Optional.ofNullable(content.get(dataset.name())).map(Fingerprint::parse);
      Optional<String> occasion = forced.apply(dataset);
      if (occasion.isPresent() || present.filter(expected::sameStateAs).isEmpty()) {
        Fingerprint next = expected.on(occasion.orElse(Fingerprint.NO_OCCASION));
        resolved.put(dataset.name(), next);
        built.put(dataset.name(), next);
      } else {
        resolved.put(dataset.name(), present.get());
      }
    }
    return built;
  }

  /** Nothing is forced: what is stale. */
  public static Map<DatasetName, Fingerprint> stale(
      Product product, Map<DatasetName, String> inputs, Map<DatasetName, String> content) {
    return build(product, inputs, content, dataset -> Optional.empty());
  }

  /** Whether the job reads what is not declared: nothing that can be seen tells its input. */
  public static boolean readsUndeclared(Dataset dataset) {
    return dataset.inputs().stream().allMatch(dataset.name()::equals);
  }

  /** What a release is made from; partitions are always all. */
  public static Fingerprint release(
      Product product,
      Map<DatasetName, String> inputs,
      Optional<Long> current,
      Map<String, String> parameters,
      String occasion) {
    List<String> parts = new ArrayList<>();
    parts.add("release");
    parts.add(product.name().toString());
    parts.add(product.digest());
    parts.add(current.map(String::valueOf).orElse("nothing promoted"));
    parts.add("all partitions");
    parts.add("inputs");
    new TreeMap<>(inputs).forEach((name, state) -> parts.addAll(List.of(name.toString(), state)));
    parts.add("parameters");
    new TreeMap<>(parameters).forEach((name, value) -> parts.addAll(List.of(name, value)));
    return Fingerprint.ofState(parts).on(occasion);
  }

  /** The state of inputs and code that a pause after a rollback lasts for. */
  public static String standing(Product product, Map<DatasetName, String> inputs) {
    return release(product, inputs, Optional.empty(), Map.of(), Fingerprint.NO_OCCASION).state();
  }

  private static Fingerprint expected(
      Dataset dataset,
      Product product,
      Map<DatasetName, String> inputs,
      Map<DatasetName, Fingerprint> upstream) {
    List<String> parts = new ArrayList<>();
    parts.add("dataset");
    parts.add(dataset.name().toString());
    parts.add(dataset.digest());
    for (DatasetName input : new TreeSet<>(dataset.inputs())) {
      if (input.equals(dataset.name())) {
        continue;
      }
      parts.add(input.toString());
      if (product.dataset(input).isPresent()) {
        parts.add("built with " + upstream.get(input));
      } else {
        parts.add(inputs.containsKey(input) ? "state " + inputs.get(input) : "missing");
      }
    }
    return Fingerprint.ofState(parts);
  }
}
