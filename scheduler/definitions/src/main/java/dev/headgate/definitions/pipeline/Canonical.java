package dev.headgate.definitions.pipeline;

import dev.headgate.model.Digests;
import dev.headgate.model.check.CheckSpec;
import dev.headgate.model.product.Dataset;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Product.Notification;
import dev.headgate.model.product.Product.Parameter;
import dev.headgate.model.product.ProductName;
import dev.headgate.model.product.PromotionPolicy;
import dev.headgate.model.product.Trigger;
import dev.headgate.model.product.WriteMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Digests of what definitions mean: the same for any order of keys, formatting and machine. */
final class Canonical {
  private Canonical() {}

  /** Of what decides a dataset's content; not of checks, time-outs and attempts. */
  static String datasetDigest(
      DatasetName name,
      List<DatasetName> inputs,
      Optional<String> partitionedBy,
      WriteMode write,
      JobReader.Draft job) {
    List<String> parts = new ArrayList<>(List.of("dataset", name.toString()));
    add(parts, inputs.stream().map(DatasetName::toString).sorted().toList());
    add(parts, partitionedBy.map(List::of).orElse(List.of()));
    add(parts, write(write));
    add(parts, job.job().type());
    add(parts, job.asWritten());
    add(parts, job.files());
    return Digests.ofAll(parts);
  }

  /** Of everything that a product says. */
  static String productDigest(
      ProductName name,
      Trigger trigger,
      Map<String, Parameter> parameters,
      List<Dataset> datasets,
      List<Notification> notifications,
      PromotionPolicy promotion) {
    List<String> parts = new ArrayList<>(List.of("product", name.toString()));
    add(parts, trigger.any().stream().map(Canonical::condition).toList());
    Map<String, Object> byName = new TreeMap<>();
    parameters.forEach((n, p) -> byName.put(n, List.of(p.type().name(), p.optional())));
    add(parts, byName);
    add(
        parts,
        datasets.stream()
            .sorted(Comparator.comparing(Dataset::name))
            .map(Canonical::dataset)
            .toList());
    add(
        parts,
        notifications.stream()
            .map(n -> List.of(n.to(), n.settings(), n.on().stream().sorted().toList()))
            .toList());
    add(
        parts,
        List.of(
            (long) promotion.need(),
            promotion.from().stream().sorted().toList(),
            promotion.whileWaiting().name()));
    return Digests.ofAll(parts);
  }

  private static List<Object> dataset(Dataset dataset) {
    return List.of(
        dataset.digest(),
        (long) dataset.attempts(),
        dataset.timeout().toString(),
        dataset.checks().stream().map(Canonical::check).toList());
  }

  private static List<Object> check(CheckSpec check) {
    return List.of(check.name(), check.type(), check.severity().name(), check.settings());
  }

  private static List<Object> condition(Trigger.Condition condition) {
    if (condition instanceof Trigger.Cron cron) {
      return List.of("cron", cron.expression(), cron.zone().getId());
    }
    return List.of("inputs", ((Trigger.Inputs) condition).all());
  }

  private static List<Object> write(WriteMode mode) {
    if (mode instanceof WriteMode.Merge merge) {
      return List.of("merge", merge.keys());
    }
    if (mode instanceof WriteMode.Append) {
      return List.of("append");
    }
    return List.of(mode instanceof WriteMode.Overwrite ? "overwrite" : "overwrite-partitions");
  }

  /** Appends a value so that no two different values append the same. */
  private static void add(List<String> parts, Object value) {
    if (value instanceof Map<?, ?> map) {
      parts.add("map " + map.size());
      Map<String, Object> sorted = new TreeMap<>();
      map.forEach((k, v) -> sorted.put(k.toString(), v));
      sorted.forEach(
          (k, v) -> {
            parts.add(k);
            add(parts, v);
          });
    } else if (value instanceof List<?> list) {
      parts.add("list " + list.size());
      list.forEach(item -> add(parts, item));
    } else {
      parts.add(value.getClass().getSimpleName());
      parts.add(value.toString());
    }
  }
}
