package dev.headgate.engine.grade;

import dev.headgate.model.lake.DatasetLabels;
import dev.headgate.model.policy.Waiver;
import dev.headgate.model.product.Dataset;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.ProductName;
import dev.headgate.model.store.BreachStore.Breach;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/**
 * What readers see on the tables of products. Read from memory as long as nothing happens that the
 * engine is told of: a promotion, a waiver, a breach, other definitions, or a sweep.
 */
public final class Labels implements DatasetLabels {
  private final Grades grades;
  private final LongSupplier happened;
  private Map<DatasetName, Map<String, String>> known = new HashMap<>();
  private long at = Long.MIN_VALUE;

  /** {@code happened} is another number each time that something has happened. */
  public Labels(Grades grades, LongSupplier happened) {
    this.grades = grades;
    this.happened = happened;
  }

  /** Whatever is read while something happens is read again. */
  @Override
  public Map<String, String> of(DatasetName dataset) {
    long now = happened.getAsLong();
    synchronized (this) {
      if (at != now) {
        known = new HashMap<>();
        at = now;
      }
      Map<String, String> labels = known.get(dataset);
      if (labels != null) {
        return labels;
      }
    }
    Map<DatasetName, Map<String, String>> read = read(dataset);
    synchronized (this) {
      if (at == now) {
        known.putAll(read);
      }
    }
    return read.get(dataset);
  }

  /** Of all datasets of the same product, as they take one reading. */
  private Map<DatasetName, Map<String, String>> read(DatasetName dataset) {
    return grades
        .producer(dataset)
        .map(this::read)
        .filter(labels -> labels.containsKey(dataset))
        .orElse(Map.of(dataset, Map.of()));
  }

  private Map<DatasetName, Map<String, String>> read(ProductName product) {
    Graded graded = grades.of(product);
    return graded.product().datasets().stream()
        .collect(Collectors.toMap(Dataset::name, dataset -> labels(graded, dataset)));
  }

  private static Map<String, String> labels(Graded graded, Dataset dataset) {
    Map<String, String> labels = new TreeMap<>();
    labels.put("headgate.product", graded.product().name().toString());
    put(labels, "headgate.owners", graded.owners());
    labels.put(
        "headgate.grade", graded.grade().letter() + " (" + graded.grade().points() + " of 100)");
    dataset
        .contract()
        .ifPresent(
            contract -> {
              labels.put("headgate.contract", contract.id() + " " + contract.version());
              labels.put("headgate.contract-status", contract.status().name());
            });
    put(
        labels,
        "headgate.waivers",
        graded.waivers().stream()
            .filter(w -> concerns(w, graded, dataset))
            .map(Labels::words)
            .toList());
    put(
        labels,
        "headgate.breaches",
        graded.breaches().stream()
            .filter(breach -> breach.dataset().equals(dataset.name()))
            .map(Labels::words)
            .toList());
    return Map.copyOf(labels);
  }

  /** Not those of the product's other datasets. */
  private static boolean concerns(Waiver waiver, Graded graded, Dataset dataset) {
    ProductName product = graded.product().name();
    return List.of(product.domain(), product.toString(), dataset.name().toString())
        .contains(waiver.scope());
  }

  private static String words(Waiver waiver) {
    return "'"
        + waiver.rule()
        + "' until "
        + waiver.until().atOffset(ZoneOffset.UTC).toLocalDate()
        + ": "
        + waiver.reason();
  }

  private static String words(Breach breach) {
    return "'"
        + breach.property()
        + "' since "
        + breach.since().atOffset(ZoneOffset.UTC).toLocalDate()
        + ": "
        + breach.message();
  }

  private static void put(Map<String, String> labels, String name, List<String> values) {
    if (!values.isEmpty()) {
      labels.put(name, String.join("; ", values));
    }
  }
}
