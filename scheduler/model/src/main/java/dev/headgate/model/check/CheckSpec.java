package dev.headgate.model.check;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * One rule on a dataset, in ODCS quality syntax, wherever it is written.
 *
 * @param name unique in its dataset; made from the metric where none is given
 * @param type the metric: {@code rowCount}, {@code nullValues}, {@code missingValues}, {@code
 *     invalidValues}, {@code duplicateValues}, {@code sql}, {@code relationship}; of the engine
 *     {@code headgate}: {@code rowCountChange}, {@code nullShareChange}, {@code distributionDrift},
 *     {@code freshness}; or a plugin's own
 * @param settings the entry's other keys: {@code column} for a rule on one column, {@code
 *     arguments} (a map: {@code properties}, {@code validValues}, {@code pattern}, {@code minimum},
 *     …), {@code unit}, {@code query}, {@code mustBe…}. Of a {@code relationship}: {@code
 *     arguments: {columns: […], dataset: domain.table, properties: […]}}
 * @param severity what a failure means
 * @param origin who wrote it
 */
public record CheckSpec(
    String name, String type, Map<String, Object> settings, Severity severity, Origin origin) {
  public CheckSpec {
    settings = Map.copyOf(settings);
    origin = Objects.requireNonNullElse(origin, Origin.PIPELINE);
  }

  /** A rule of the product's own pipeline. */
  public CheckSpec(String name, String type, Map<String, Object> settings, Severity severity) {
    this(name, type, settings, severity, Origin.PIPELINE);
  }

  /** What a failed check does to the verdict. */
  public enum Severity {
    /** The release is held. */
    ERROR,
    /** It is shown, and the release goes on. */
    WARNING
  }

  /**
   * Who wrote a rule.
   *
   * @param name of a contract its {@link dev.headgate.model.contract.Contract#label}, of an
   *     expectation the consuming product, of a policy its file; empty for the pipeline and for
   *     what Headgate asks by itself
   */
  public record Origin(Kind kind, String name) {
    public static final Origin PIPELINE = new Origin(Kind.PIPELINE, "");
    public static final Origin HEADGATE = new Origin(Kind.HEADGATE, "");

    /** As people read it, for example {@code contract flights.odcs.yaml 1.2.0}. */
    @Override
    public String toString() {
      String word = kind.name().toLowerCase(Locale.ROOT);
      return name.isEmpty() ? word : word + " " + name;
    }

    /** Where rules are written. */
    public enum Kind {
      PIPELINE,
      CONTRACT,
      /** A consumer attached it to its input. */
      EXPECTATION,
      POLICY,
      /** Nobody wrote it: a schema is as its contract says, a major is accepted. */
      HEADGATE
    }
  }
}
