package dev.headgate.model.product;

import java.util.Map;

/**
 * One rule in ODCS quality syntax.
 *
 * @param name unique in its dataset; made from the metric where none is given
 * @param type {@code rowCount}, {@code nullValues}, {@code duplicateValues}, {@code sql} or a
 *     plugin's own metric
 * @param settings the entry's other keys ({@code column}, {@code query}, {@code mustBe…}, …)
 * @param severity what a failure means
 */
public record CheckSpec(String name, String type, Map<String, Object> settings, Severity severity) {
  public CheckSpec {
    settings = Map.copyOf(settings);
  }

  /** What a failed check does to the verdict. */
  public enum Severity {
    /** The release is held. */
    ERROR,
    /** It is shown, and the release goes on. */
    WARNING
  }
}
