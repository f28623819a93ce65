package dev.headgate.engine.judge;

import dev.headgate.engine.EngineConfig;
import dev.headgate.engine.Plugins;
import dev.headgate.engine.pace.Interruptible;
import dev.headgate.model.lake.BranchChange;
import dev.headgate.model.lake.Lake;
import dev.headgate.model.product.CheckSpec;
import dev.headgate.model.product.Dataset;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Product;
import dev.headgate.model.release.Release;
import dev.headgate.model.release.ReleaseKind;
import dev.headgate.model.release.Verdict;
import dev.headgate.spi.CatalogAccess;
import dev.headgate.spi.Check;
import dev.headgate.spi.QueryEngine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
    int checks = built.stream().mapToInt(d -> d.checks().size()).sum();
    List<Verdict.Result> results = new ArrayList<>();
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
        for (CheckSpec spec : dataset.checks()) {
          Check.Request request =
              new Check.Request(spec, dataset.name(), view, queries.get(), config.checkTimeout());
          evaluate(request, work, results, errors);
        }
      }
    } finally {
      lake.revoke(release.warehouse(), holder);
    }
    return new Findings(results, errors);
  }

  private void evaluate(
      Check.Request request, Interruptible work, List<Verdict.Result> results, List<String> errors)
      throws InterruptedException {
    CheckSpec spec = request.spec();
    String what = Findings.named(spec.name(), request.dataset());
    Optional<Check> check = plugins.check(spec.type());
    if (check.isEmpty()) {
      errors.add(what + ": no plugin brings checks of type " + spec.type());
      return;
    }
    try {
      Check.Outcome outcome = work.call(() -> check.get().evaluate(request));
      results.add(
          new Verdict.Result(
              request.dataset(),
              spec.name(),
              spec.severity(),
              outcome.passed(),
              outcome.measured(),
              outcome.message()));
    } catch (RuntimeException e) {
      LOG.warn("{} could not be evaluated", what, e);
      errors.add(what + " could not be evaluated: " + e.getMessage());
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
