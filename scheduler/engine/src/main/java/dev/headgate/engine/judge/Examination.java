package dev.headgate.engine.judge;

import dev.headgate.engine.EngineConfig;
import dev.headgate.engine.Plugins;
import dev.headgate.engine.ledger.Ledger;
import dev.headgate.engine.pace.Interruptible;
import dev.headgate.model.contract.Contract;
import dev.headgate.model.lake.BranchChange;
import dev.headgate.model.lake.Lake;
import dev.headgate.model.lake.TableDescription;
import dev.headgate.model.product.Dataset;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.release.Finding;
import dev.headgate.spi.QueryEngine;
import java.util.List;
import java.util.Optional;

/**
 * Judges datasets as a view shows them: schemas against contracts, rules, then policies. The same
 * for a release and for who only wants to know.
 */
final class Examination {
  private final Lake lake;
  private final Plugins plugins;
  private final Reading reading;
  private final Measuring measuring;
  private final Promises promises;
  private final Governance governance;

  Examination(Lake lake, Plugins plugins, Ledger ledger, EngineConfig config) {
    this.lake = lake;
    this.plugins = plugins;
    this.reading = new Reading(lake, config);
    this.governance = new Governance(lake, ledger, plugins);
    this.promises = new Promises(ledger);
    this.measuring = new Measuring(plugins, ledger, config);
  }

  /** A dataset that the definition has cannot go with a release. */
  private List<Finding> dropped(Subject subject) {
    boolean judged = subject.release().filter(r -> !r.state().isFinal()).isPresent();
    return judged
        ? lake.changes(subject.view()).stream()
            .filter(change -> change.kind() == BranchChange.Kind.DROPPED)
            .map(BranchChange::dataset)
            .filter(dataset -> subject.product().dataset(dataset).isPresent())
            .map(d -> Promises.dropped(d, new Written(subject.definitions(), d).entry()))
            .toList()
        : List.of();
  }

  /** What a release brings is there, or fails; a view may be looked at before anything is. */
  private boolean isNotThereYet(Subject subject, DatasetName dataset) {
    return subject.release().isEmpty() && !lake.shows(subject.view(), dataset);
  }

  /** Nothing of what is neither a table nor an Iceberg view. */
  private List<Finding> schema(
      Subject subject, DatasetName dataset, Contract contract, Optional<TableDescription> table) {
    Schemas schemas = new Schemas(dataset, contract, new Written(subject.definitions(), dataset));
    return table
        .map(schemas::ofTable)
        .or(() -> lake.columnsOfView(subject.view(), dataset).map(schemas::ofView))
        .orElse(List.of());
  }

  Findings examine(Subject subject, Interruptible work) throws InterruptedException {
    Findings.Collected collected = new Findings.Collected();
    int rules = 0;
    for (Dataset dataset : subject.datasets()) {
      rules += Rules.of(dataset, subject.definitions()).size();
    }
    Optional<QueryEngine> queries = plugins.queryEngine();
    if (rules > 0 && queries.isEmpty()) {
      collected.error("no plugin brings a query engine to check with");
      return collected.done();
    }
    collected.addAll(promises.findings(subject.definitions(), subject.product()));
    try (Reading.Access access = reading.open(subject, rules)) {
      for (Dataset dataset : subject.datasets()) {
        if (isNotThereYet(subject, dataset.name())) {
          collected.add(Schemas.notThereYet(dataset.name(), subject.view()));
          continue;
        }
        Optional<TableDescription> table = lake.describe(subject.view(), dataset.name());
        dataset
            .contract()
            .map(contract -> schema(subject, dataset.name(), contract, table))
            .ifPresent(collected::addAll);
        collected.addAll(Rules.notAsked(dataset.name(), subject.definitions()));
        if (!Rules.of(dataset, subject.definitions()).isEmpty()) {
          measuring.measure(
              subject,
              dataset,
              table,
              new Measuring.Source(access.view(), queries.get(), work),
              collected);
        }
      }
    }
    collected.addAll(dropped(subject));
    governance.ask(subject, collected);
    return collected.done();
  }
}
