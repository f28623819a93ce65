package dev.headgate.engine.judge;

import dev.headgate.engine.EngineConfig;
import dev.headgate.engine.Plugins;
import dev.headgate.engine.ledger.Ledger;
import dev.headgate.engine.pace.Interruptible;
import dev.headgate.model.check.CheckSpec;
import dev.headgate.model.lake.TableDescription;
import dev.headgate.model.product.Dataset;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Places.Place;
import dev.headgate.model.store.MetricStore.Measurement;
import dev.headgate.spi.CatalogAccess;
import dev.headgate.spi.Check;
import dev.headgate.spi.QueryEngine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has the rules of a dataset evaluated: all of one check together, so that they share scans. */
final class Measuring {
  private static final Logger LOG = LoggerFactory.getLogger(Measuring.class);

  private final Plugins plugins;
  private final Ledger ledger;
  private final EngineConfig config;

  Measuring(Plugins plugins, Ledger ledger, EngineConfig config) {
    this.plugins = plugins;
    this.ledger = ledger;
    this.config = config;
  }

  /** Where what is measured is read. */
  record Source(CatalogAccess view, QueryEngine queries, Interruptible work) {}

  void measure(
      Subject subject,
      Dataset dataset,
      Optional<TableDescription> table,
      Source source,
      Findings.Collected into)
      throws InterruptedException {
    List<CheckSpec> rules = Rules.of(dataset, subject.definitions());
    QueryEngine queries =
        Classified.isRead(dataset.name(), rules, subject.definitions())
            ? new Discreet(source.queries())
            : source.queries();
    for (var group : byCheck(dataset.name(), rules, into).entrySet()) {
      Check.Request request =
          new Check.Request(
              dataset.name(),
              group.getValue(),
              source.view(),
              queries,
              table,
              base(dataset.name(), table),
              earlier(dataset.name(), group.getValue(), table),
              Classified.columns(dataset),
              ledger.now(),
              config.checkTimeout());
      evaluate(subject, group.getKey(), request, source.work(), into);
    }
  }

  /** The rules by who evaluates them. */
  private Map<Check, List<CheckSpec>> byCheck(
      DatasetName dataset, List<CheckSpec> rules, Findings.Collected into) {
    Map<Check, List<CheckSpec>> groups = new LinkedHashMap<>();
    for (CheckSpec rule : rules) {
      Optional<Check> check = plugins.check(rule.type());
      check.ifPresent(c -> groups.computeIfAbsent(c, k -> new ArrayList<>()).add(rule));
      if (check.isEmpty()) {
        into.error(dataset, rule, "no plugin brings checks of type " + rule.type());
      }
    }
    return groups;
  }

  private void evaluate(
      Subject subject,
      Check check,
      Check.Request request,
      Interruptible work,
      Findings.Collected into)
      throws InterruptedException {
    DatasetName dataset = request.dataset();
    List<Check.Result> results;
    try {
      results = work.call(() -> check.evaluate(request));
    } catch (RuntimeException e) {
      LOG.warn("the checks of {} could not be evaluated", dataset, e);
      request.rules().forEach(rule -> into.notEvaluated(dataset, rule, e.getMessage()));
      return;
    }
    for (int i = 0; i < request.rules().size(); i++) {
      CheckSpec rule = request.rules().get(i);
      if (i >= results.size()) {
        into.notEvaluated(dataset, rule, "its plugin gave no result");
      } else if (results.get(i) instanceof Check.Result.Unavailable unavailable) {
        into.notEvaluated(dataset, rule, unavailable.message());
      } else {
        Optional<Place> place = new Written(subject.definitions(), dataset).rule(rule);
        into.add(Outcomes.finding(dataset, rule, results.get(i)).at(place));
        measurement(subject, request, rule, results.get(i)).ifPresent(into::add);
      }
    }
  }

  private Optional<Measurement> measurement(
      Subject subject, Check.Request request, CheckSpec rule, Check.Result result) {
    if (subject.release().isEmpty()
        || request.table().isEmpty()
        || request.table().get().snapshotId().isEmpty()
        || !(result instanceof Check.Result.Measured measured)
        || measured.value().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Measurement(
            request.dataset(),
            rule.name(),
            Settings.measured(rule),
            request.table().get().snapshotId().getAsLong(),
            subject.release().get().id(),
            measured.value().get(),
            measured.evidence().exact(),
            request.now()));
  }

  /**
   * What exactly these rules measured on the state that the branch started from: the very snapshot
   * that {@link #base} reads, whether or not it can be said which partitions were touched since.
   */
  private Map<String, BigDecimal> earlier(
      DatasetName dataset, List<CheckSpec> rules, Optional<TableDescription> table) {
    Map<String, BigDecimal> values = new HashMap<>();
    OptionalLong base = table.map(TableDescription::baseSnapshotId).orElse(OptionalLong.empty());
    if (base.isPresent()) {
      ledger.transact(
          tx -> {
            for (CheckSpec rule : rules) {
              tx.metrics()
                  .find(dataset, Settings.measured(rule), base.getAsLong())
                  .filter(Measurement::exact)
                  .ifPresent(m -> values.put(rule.name(), m.value()));
            }
            return values;
          });
    }
    return values;
  }

  private static Optional<String> base(DatasetName dataset, Optional<TableDescription> table) {
    return table
        .filter(t -> t.baseSnapshotId().isPresent())
        .map(t -> quoted(dataset) + " VERSION AS OF " + t.baseSnapshotId().getAsLong());
  }

  private static String quoted(DatasetName dataset) {
    return "`" + dataset.toString().replace(".", "`.`") + "`";
  }
}
