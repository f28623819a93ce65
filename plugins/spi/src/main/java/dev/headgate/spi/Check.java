package dev.headgate.spi;

import dev.headgate.model.check.CheckSpec;
import dev.headgate.model.lake.TableDescription;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.release.Finding;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Evaluates the rules of its types on one state of a dataset, all of them together, so that they
 * can share scans. Thread-safe, without effects.
 */
public interface Check {
  /**
   * Measures and compares. One result for each rule, in their order. A rule that is wrong is a
   * {@link Result.Broken}: it counts as failed. Messages need not name the check and its dataset:
   * whoever shows them does.
   *
   * @throws PluginException where nothing at all could be measured
   */
  List<Result> evaluate(Request request) throws InterruptedException;

  /**
   * What to evaluate.
   *
   * @param rules of this check's types, at least one; of one dataset
   * @param view read only: a release's branch, or any other
   * @param queries what to ask with
   * @param table what metadata and manifests tell; empty for a view or where unknown
   * @param base how to read the state before in SQL, on the same view, for example {@code
   *     `operations`.`flights` VERSION AS OF 'published'}; empty where there is none
   * @param earlier by rule name: the value that exactly this rule had on {@code
   *     table.baseSnapshotId}, which {@code base} reads, where it was measured exactly
   * @param masked columns of which samples must not show values
   * @param now that ages are measured against
   * @param timeout of one query
   */
  record Request(
      DatasetName dataset,
      List<CheckSpec> rules,
      CatalogAccess view,
      QueryEngine queries,
      Optional<TableDescription> table,
      Optional<String> base,
      Map<String, BigDecimal> earlier,
      Set<String> masked,
      Instant now,
      Duration timeout) {
    public Request {
      rules = List.copyOf(rules);
      earlier = Map.copyOf(earlier);
      masked = Set.copyOf(masked);
    }
  }

  /** What came of one rule. */
  sealed interface Result {
    /**
     * It was measured.
     *
     * @param value the metric itself, to be kept and to be given back as {@code earlier}: the count
     *     of a count, also where a share is compared; empty where it is no number
     * @param shown the value as people read it, with its unit
     * @param message what was found and what was expected
     */
    record Measured(
        boolean passed,
        Optional<BigDecimal> value,
        String shown,
        String message,
        Finding.Evidence evidence,
        Optional<Finding.Sample> sample)
        implements Result {}

    /** There is nothing to measure or to compare with yet; {@code message} says what. */
    record Skipped(String message) implements Result {}

    /** The rule is wrong, or does not fit the dataset; {@code message} says why. */
    record Broken(String message) implements Result {}

    /**
     * It could not be measured for reasons outside of the rule, which may pass: nothing is judged
     * until it is; {@code message} says why.
     */
    record Unavailable(String message) implements Result {}
  }
}
