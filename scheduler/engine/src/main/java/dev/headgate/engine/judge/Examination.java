package dev.headgate.engine.judge;

import dev.headgate.engine.EngineConfig;
import dev.headgate.engine.Plugins;
import dev.headgate.engine.pace.Interruptible;
import dev.headgate.model.check.CheckSpec;
import dev.headgate.model.lake.BranchChange;
import dev.headgate.model.lake.Lake;
import dev.headgate.model.product.Dataset;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Product;
import dev.headgate.model.release.Finding;
import dev.headgate.model.release.Release;
import dev.headgate.model.release.ReleaseKind;
import dev.headgate.spi.CatalogAccess;
import dev.headgate.spi.Check;
import dev.headgate.spi.QueryEngine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Evaluates the checks of what a release built, with a token that only reads. */
final class Examination {
  private static final Logger LOG = LoggerFactory.getLogger(Examination.class);

  private final Lake lake;
  private final Plugins plugins;
  private final EngineConfig config;

  Examination(Lake lake, Plugins plugins, EngineConfig config) {
    this.lake = lake;
    this.plugins = plugins;
    this.config = config;
  }

  Findings examine(Release release, Product product, Interruptible work)
      throws InterruptedException {
    List<Dataset> built = built(release, product);
    int checks = built.stream().mapToInt(d -> rules(d).size()).sum();
    List<Finding> results = new ArrayList<>();
    List<String> errors = new ArrayList<>();
    if (checks == 0) {
      return new Findings(results, errors);
    }
    Optional<QueryEngine> queries = plugins.queryEngine();
    if (queries.isEmpty()) {
      return new Findings(results, List.of("no plugin brings a query engine to check with"));
    }
    String holder = "checks of release " + release.id();
    Duration validFor = config.checkTimeout().multipliedBy(checks);
    String token = lake.grant(release.warehouse(), Set.of(), holder, validFor);
    CatalogAccess view = new CatalogAccess(config.catalogUri().get(), release.warehouse(), token);
    try {
      for (Dataset dataset : built) {
        for (Map.Entry<Check, List<CheckSpec>> group : byCheck(dataset, errors).entrySet()) {
          Check.Request request =
              new Check.Request(
                  dataset.name(),
                  group.getValue(),
                  view,
                  queries.get(),
                  Optional.empty(),
                  Optional.empty(),
                  Map.of(),
                  Set.of(),
                  java.time.Instant.EPOCH,
                  config.checkTimeout());
          evaluate(group.getKey(), request, work, results, errors);
        }
      }
    } finally {
      lake.revoke(release.warehouse(), holder);
    }
    return new Findings(results, errors);
  }

  private static List<CheckSpec> rules(Dataset dataset) {
    return dataset.checks().stream().filter(c -> !c.type().equals("text")).toList();
  }

  /** The rules of a dataset by who evaluates them, so that those share what they read. */
  private Map<Check, List<CheckSpec>> byCheck(Dataset dataset, List<String> errors) {
    Map<Check, List<CheckSpec>> groups = new LinkedHashMap<>();
    for (CheckSpec rule : rules(dataset)) {
      Optional<Check> check = plugins.check(rule.type());
      check.ifPresentOrElse(
          c -> groups.computeIfAbsent(c, k -> new ArrayList<>()).add(rule),
          () ->
              errors.add(
                  Findings.named(rule.name(), dataset.name())
                      + ": no plugin brings checks of type "
                      + rule.type()));
    }
    return groups;
  }

  private void evaluate(
      Check check,
      Check.Request request,
      Interruptible work,
      List<Finding> results,
      List<String> errors)
      throws InterruptedException {
    try {
      List<Check.Result> came = work.call(() -> check.evaluate(request));
      for (int i = 0; i < request.rules().size(); i++) {
        CheckSpec rule = request.rules().get(i);
        if (came.get(i) instanceof Check.Result.Broken broken) {
          errors.add(
              Findings.named(rule.name(), request.dataset())
                  + " could not be evaluated: "
                  + broken.message());
        } else {
          results.add(Outcomes.finding(request.dataset(), rule, came.get(i)));
        }
      }
    } catch (RuntimeException e) {
      LOG.warn("checks of {} could not be evaluated", request.dataset(), e);
      request
          .rules()
          .forEach(
              rule ->
                  errors.add(
                      Findings.named(rule.name(), request.dataset())
                          + " could not be evaluated: "
                          + e.getMessage()));
    }
  }

  /** What our jobs built; of what was written from outside, what is on the branch. */
  private List<Dataset> built(Release release, Product product) {
    if (release.kind() == ReleaseKind.BUILD) {
      return product.inOrder().stream()
          .filter(d -> release.datasets().containsKey(d.name()))
          .toList();
    }
    Set<DatasetName> written =
        lake.changes(release.warehouse()).stream()
            .filter(change -> change.kind() != BranchChange.Kind.DROPPED)
            .map(BranchChange::dataset)
            .collect(Collectors.toSet());
    return product.inOrder().stream().filter(d -> written.contains(d.name())).toList();
  }
}
