package dev.headgate.engine.judge;

import dev.headgate.engine.contract.Conformance;
import dev.headgate.engine.contract.Mismatch;
import dev.headgate.engine.waive.OwnRule;
import dev.headgate.model.check.CheckSpec.Origin;
import dev.headgate.model.check.CheckSpec.Severity;
import dev.headgate.model.contract.Contract;
import dev.headgate.model.lake.TableDescription;
import dev.headgate.model.lake.TableDescription.Field;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Places.Place;
import dev.headgate.model.release.Finding;
import dev.headgate.model.release.Finding.Outcome;
import java.util.List;
import java.util.Optional;

/** Whether the schema of a table or view, and a table's partitioning, are as its contract says. */
final class Schemas {
  private final DatasetName dataset;
  private final Contract contract;
  private final Written written;

  Schemas(DatasetName dataset, Contract contract, Written written) {
    this.dataset = dataset;
    this.contract = contract;
    this.written = written;
  }

  /** One finding for each mismatch; one that passes where there is none. */
  List<Finding> ofTable(TableDescription table) {
    return findings(
        Conformance.findings(contract, table.fields(), table.partition()),
        promised(table.fields().size()));
  }

  /** The same of an Iceberg view, by these columns of it. */
  List<Finding> ofView(List<Field> columns) {
    return findings(
        Conformance.ofView(contract, columns),
        promised(columns.size()) + "; it is a view, which is not asked for a partition key");
  }

  /** Of what a view does not show, with its rules. */
  static Finding notThereYet(DatasetName dataset, String view) {
    return new Finding(
        dataset,
        OwnRule.SCHEMA.text(),
        Severity.ERROR,
        Outcome.SKIPPED,
        Origin.HEADGATE,
        "it is not in " + view + ", so that neither its schema nor its rules can be judged");
  }

  private static String promised(int columns) {
    return columns + (columns == 1 ? " column" : " columns") + " as promised";
  }

  private List<Finding> findings(List<Mismatch> mismatches, String allAsPromised) {
    if (mismatches.isEmpty()) {
      return List.of(finding(Outcome.PASSED, allAsPromised, written.contract()));
    }
    return mismatches.stream()
        .map(m -> finding(Outcome.FAILED, m.sentence(), written.broken(m)))
        .toList();
  }

  private Finding finding(Outcome outcome, String message, Optional<Place> place) {
    return new Finding(
        Optional.of(dataset),
        OwnRule.SCHEMA.text(),
        Severity.ERROR,
        outcome,
        Origin.HEADGATE,
        Optional.empty(),
        message,
        Optional.of(new Finding.Evidence(Finding.Source.METADATA, true)),
        Optional.empty(),
        Optional.empty(),
        place);
  }
}
