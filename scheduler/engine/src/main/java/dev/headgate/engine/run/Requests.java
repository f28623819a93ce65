package dev.headgate.engine.run;

import dev.headgate.engine.EngineConfig;
import dev.headgate.engine.ledger.Ledger;
import dev.headgate.model.Digests;
import dev.headgate.model.ErrorCode;
import dev.headgate.model.HeadgateException;
import dev.headgate.model.lake.BranchChange;
import dev.headgate.model.lake.Lake;
import dev.headgate.model.product.Dataset;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.release.Release;
import dev.headgate.model.release.Run;
import dev.headgate.spi.CatalogAccess;
import dev.headgate.spi.JobRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Puts together what a launcher is given. */
final class Requests {
  private final Ledger ledger;
  private final Lake lake;
  private final EngineConfig config;

  Requests(Ledger ledger, Lake lake, EngineConfig config) {
    this.ledger = ledger;
    this.lake = lake;
    this.config = config;
  }

  JobRequest of(Release release, Run run, Order order, String token) {
    return new JobRequest(
        release.product(),
        release.id(),
        run.id(),
        run.attempt(),
        order.job(),
        order.datasets(),
        files(run, order),
        release.parameters(),
        new CatalogAccess(config.catalogUri().get(), release.warehouse(), token),
        snapshotProperties(release, run, order),
        config.log(run.id()),
        order.timeout());
  }

  private Map<String, String> files(Run run, Order order) {
    Map<String, String> contents = new HashMap<>();
    ledger.transact(
        tx -> {
          order
              .job()
              .files()
              .forEach(
                  (path, sha256) ->
                      tx.definitions()
                          .file(sha256)
                          .ifPresent(content -> contents.put(path, content)));
          return contents;
        });
    for (String path : order.job().files().keySet()) {
      if (!contents.containsKey(path) && !path.contains(":") && !path.endsWith(".jar")) {
        throw new HeadgateException(
            ErrorCode.NOT_FOUND,
            "run " + run.id() + " needs the file " + path + ", which is in no applied bundle");
      }
    }
    return contents;
  }

  private Map<String, String> snapshotProperties(Release release, Run run, Order order) {
    Map<String, String> properties = new TreeMap<>();
    properties.put("headgate.product", release.product().toString());
    properties.put("headgate.release", String.valueOf(release.id()));
    properties.put("headgate.run", run.id());
    properties.put("headgate.attempt", String.valueOf(run.attempt()));
    properties.put("headgate.definition", release.definitionDigest());
    properties.put("headgate.logic-digest", logicDigest(release, order));
    properties.put("headgate.base-instant", String.valueOf(release.baseInstant()));
    properties.put("headgate.input-snapshots", inputSnapshots(release, order));
    contracts(order.datasets())
        .ifPresent(versions -> properties.put("headgate.contract", versions));
    return properties;
  }

  /** The versions of what is promised; of one dataset, the version alone. */
  private static Optional<String> contracts(List<Dataset> datasets) {
    return datasets.stream()
        .filter(dataset -> dataset.contract().isPresent())
        .map(
            dataset ->
                (datasets.size() == 1 ? "" : dataset.name() + "=")
                    + dataset.contract().get().version())
        .sorted()
        .reduce((one, other) -> one + "," + other);
  }

  private static String logicDigest(Release release, Order order) {
    if (release.submission().isEmpty()) {
      return order.datasets().get(0).digest();
    }
    return Digests.ofAll(
        List.of(
            order.job().type(),
            new TreeMap<>(order.job().settings()).toString(),
            new TreeMap<>(order.job().files()).toString()));
  }

  private String inputSnapshots(Release release, Order order) {
    Set<DatasetName> inputs = new TreeSet<>();
    order.datasets().forEach(d -> inputs.addAll(d.inputs()));
    inputs.removeAll(order.datasets().stream().map(Dataset::name).toList());
    if (inputs.isEmpty()) {
      return "";
    }
    Map<DatasetName, String> snapshots = new TreeMap<>();
    lake.states(release.baseInstant(), inputs)
        .forEach(
            (name, state) ->
                state.snapshotId().ifPresent(id -> snapshots.put(name, String.valueOf(id))));
    for (BranchChange change : lake.changes(release.warehouse())) {
      if (inputs.contains(change.dataset()) && change.snapshotId().isPresent()) {
        snapshots.put(change.dataset(), String.valueOf(change.snapshotId().getAsLong()));
      }
    }
    return snapshots.entrySet().stream()
        .map(e -> e.getKey() + "=" + e.getValue())
        .collect(Collectors.joining(","));
  }
}
