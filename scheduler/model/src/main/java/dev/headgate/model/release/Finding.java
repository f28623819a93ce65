package dev.headgate.model.release;

import dev.headgate.model.check.CheckSpec.Origin;
import dev.headgate.model.check.CheckSpec.Severity;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Places.Place;
import java.util.List;
import java.util.Optional;

/**
 * What one rule came to on one state of a dataset or product.
 *
 * @param dataset that it is about; empty where it is about the whole product or release
 * @param rule the check's name, or the policy's id
 * @param measured the value that was compared, as text
 * @param message what was found and what was expected, without the rule and its dataset
 * @param evidence how the value was come by; empty where nothing was measured
 * @param waiver the waiver that keeps a failure from blocking
 * @param sample some of the rows that break it
 * @param place where the rule is written, or what of the contract is broken; known where it was
 *     judged by definitions that were just read
 */
public record Finding(
    Optional<DatasetName> dataset,
    String rule,
    Severity severity,
    Outcome outcome,
    Origin origin,
    Optional<String> measured,
    String message,
    Optional<Evidence> evidence,
    Optional<Long> waiver,
    Optional<Sample> sample,
    Optional<Place> place) {
  /** Of a rule whose place is not known. */
  public Finding(
      Optional<DatasetName> dataset,
      String rule,
      Severity severity,
      Outcome outcome,
      Origin origin,
      Optional<String> measured,
      String message,
      Optional<Evidence> evidence,
      Optional<Long> waiver,
      Optional<Sample> sample) {
    this(
        dataset,
        rule,
        severity,
        outcome,
        origin,
        measured,
        message,
        evidence,
        waiver,
        sample,
        Optional.empty());
  }

  /** Of a dataset, with nothing measured. */
  public Finding(
      DatasetName dataset,
      String rule,
      Severity severity,
      Outcome outcome,
      Origin origin,
      String message) {
    this(
        Optional.of(dataset),
        rule,
        severity,
        outcome,
        origin,
        Optional.empty(),
        message,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** What it came to. */
  public enum Outcome {
    PASSED,
    FAILED,
    /** It fails, and a waiver says that this does not block for now. */
    WAIVED,
    /**
     * There was nothing to measure it on yet, or to compare it with, or who expects it reads other
     * majors only; it does not block.
     */
    SKIPPED
  }

  /** The same of a rule that is written there. */
  public Finding at(Optional<Place> where) {
    return new Finding(
        dataset, rule, severity, outcome, origin, measured, message, evidence, waiver, sample,
        where);
  }

  /** Whether it keeps a release from being promoted. */
  public boolean blocks() {
    return outcome == Outcome.FAILED && severity == Severity.ERROR;
  }

  /**
   * How a value was come by.
   *
   * @param exact whether it is the value itself, not an estimate
   */
  public record Evidence(Source source, boolean exact) {}

  /** Where a value was read. */
  public enum Source {
    /** The table's metadata and manifests; no data file was opened. */
    METADATA,
    /** All of the data. */
    SCAN,
    /** The partitions that the release touched, added to what the release before measured. */
    TOUCHED_PARTITIONS,
    /** A query of the rule's own. */
    QUERY
  }

  /**
   * Some rows that break a rule, as text; the values of classified columns are masked.
   *
   * @param truncated whether there are more
   */
  public record Sample(List<String> columns, List<List<String>> rows, boolean truncated) {
    public Sample {
      columns = List.copyOf(columns);
      rows = rows.stream().map(List::copyOf).toList();
    }
  }
}
