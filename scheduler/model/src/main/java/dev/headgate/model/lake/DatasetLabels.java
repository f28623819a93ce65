package dev.headgate.model.lake;

import dev.headgate.model.product.DatasetName;
import java.util.Map;

/**
 * What any engine's user is to see on a table of {@code main} or of a lake version: properties that
 * are never stored in it. Asked at each load of a table, so it must be quick; thread-safe. If it
 * throws, the table is served without.
 */
@FunctionalInterface
public interface DatasetLabels {
  /** Labels nothing. */
  DatasetLabels NONE = dataset -> Map.of();

  /** Properties by name; only those that begin with {@code headgate.} are shown. */
  Map<String, String> of(DatasetName dataset);
}
