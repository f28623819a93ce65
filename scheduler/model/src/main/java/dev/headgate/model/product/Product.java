package dev.headgate.model.product;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How a data product is built, checked and promoted: one {@code pipeline.yaml}.
 *
 * @param parameters what a request may set, by name
 * @param datasets in the order of the file; {@link #inOrder} gives the order in which they depend
 *     on each other
 * @param digest of everything in it that decides what is built and how it is judged: the
 *     definition, its SQL and jars
 */
public record Product(
    ProductName name,
    Trigger trigger,
    Map<String, Parameter> parameters,
    List<Dataset> datasets,
    List<Notification> notifications,
    PromotionPolicy promotion,
    String digest) {
  public Product {
    parameters = Map.copyOf(parameters);
    datasets = List.copyOf(datasets);
    notifications = List.copyOf(notifications);
  }

  public Optional<Dataset> dataset(DatasetName dataset) {
    return datasets.stream().filter(d -> d.name().equals(dataset)).findFirst();
  }

  /**
   * The datasets so that each comes after those of this product that it reads, otherwise in the
   * order of the file.
   *
   * @throws IllegalStateException if they depend on each other in a circle
   */
  public List<Dataset> inOrder() {
    List<Dataset> left = new ArrayList<>(datasets);
    List<Dataset> ordered = new ArrayList<>();
    while (!left.isEmpty()) {
      Set<DatasetName> waiting = left.stream().map(Dataset::name).collect(Collectors.toSet());
      Dataset next =
          left.stream()
              .filter(
                  d ->
                      d.inputs().stream()
                          .noneMatch(i -> waiting.contains(i) && !i.equals(d.name())))
              .findFirst()
              .orElseThrow(() -> new IllegalStateException("a circle among " + waiting));
      left.remove(next);
      ordered.add(next);
    }
    return List.copyOf(ordered);
  }

  /** A value that a request may give to the jobs. */
  public record Parameter(ParameterType type, boolean optional) {}

  /**
   * The types that a parameter can have; a value is checked against its type when the request is
   * made.
   */
  public enum ParameterType {
    STRING,
    INTEGER,
    DECIMAL,
    BOOLEAN,
    DATE,
    TIMESTAMP
  }

  /**
   * Who is told of what.
   *
   * @param to the notifier's type, for example {@code webhook}
   * @param settings what is left of the entry, for the notifier ({@code url}, …)
   * @param on event names in lower case with dashes: {@code held}, {@code awaiting-approval},
   *     {@code promoted}, …
   */
  public record Notification(String to, Map<String, Object> settings, List<String> on) {
    public Notification {
      settings = Map.copyOf(settings);
      on = List.copyOf(on);
    }
  }
}
