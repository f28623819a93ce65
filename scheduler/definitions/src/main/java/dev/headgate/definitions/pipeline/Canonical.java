package dev.headgate.definitions.pipeline;

import dev.headgate.definitions.digest.Meaning;
import dev.headgate.model.contract.Contract;
import dev.headgate.model.product.Dataset;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Product.Notification;
import dev.headgate.model.product.Product.Parameter;
import dev.headgate.model.product.ProductName;
import dev.headgate.model.product.PromotionPolicy;
import dev.headgate.model.product.Trigger;
import dev.headgate.model.product.WriteMode;
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
    Meaning parts = new Meaning("dataset").word(name.toString());
    parts.add(inputs.stream().map(DatasetName::toString).sorted().toList());
    parts.add(partitionedBy.map(List::of).orElse(List.of()));
    parts.add(write(write));
    parts.add(job.job().type());
    parts.add(job.asWritten());
    parts.add(job.files());
    return parts.digest();
  }

  /** Of everything that a product says. */
  static String productDigest(
      ProductName name,
      Trigger trigger,
      Map<String, Parameter> parameters,
      List<Dataset> datasets,
      List<Notification> notifications,
      PromotionPolicy promotion) {
    Meaning parts = new Meaning("product").word(name.toString());
    parts.add(trigger.any().stream().map(Canonical::condition).toList());
    Map<String, Object> byName = new TreeMap<>();
    parameters.forEach((n, p) -> byName.put(n, List.of(p.type().name(), p.optional())));
    parts.add(byName);
    parts.add(
        datasets.stream()
            .sorted(Comparator.comparing(Dataset::name))
            .map(Canonical::dataset)
            .toList());
    parts.add(
        notifications.stream()
            .map(n -> List.of(n.to(), n.settings(), n.on().stream().sorted().toList()))
            .toList());
    parts.add(
        List.of(
            (long) promotion.need(),
            promotion.from().stream().sorted().toList(),
            promotion.whileWaiting().name()));
    return parts.digest();
  }

  private static List<Object> dataset(Dataset dataset) {
    return List.of(
        dataset.digest(),
        (long) dataset.attempts(),
        dataset.timeout().toString(),
        dataset.checks().stream().map(Meaning::of).toList(),
        dataset.contract().map(Contract::digest),
        dataset.accepts().entrySet().stream()
            .map(a -> a.getKey() + "@" + a.getValue())
            .sorted()
            .toList(),
        dataset.expectations().stream()
            .map(e -> List.of(e.input().toString(), Meaning.of(e.rule())))
            .toList());
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
}
