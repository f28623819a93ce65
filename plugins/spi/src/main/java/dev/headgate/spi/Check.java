package dev.headgate.spi;

import dev.headgate.model.product.CheckSpec;
import dev.headgate.model.product.DatasetName;
import java.time.Duration;
import java.util.Optional;

/** Evaluates rules of one metric on a frozen branch. Thread-safe, without effects. */
public interface Check {
  /**
   * Measures and compares. A query that fails is a {@link PluginException}: the release is not
   * judged by it. Messages need not name the check and its dataset: whoever shows them does.
   */
  Outcome evaluate(Request request) throws InterruptedException;

  /**
   * What to evaluate.
   *
   * @param view the release's branch, read only
   * @param queries what to ask with
   */
  record Request(
      CheckSpec spec,
      DatasetName dataset,
      CatalogAccess view,
      QueryEngine queries,
      Duration timeout) {}

  /** The result; {@code message} says what was found and what was expected. */
  record Outcome(boolean passed, Optional<String> measured, String message) {}
}
