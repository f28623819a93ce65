package dev.headgate.model.product;

import java.util.List;

/** How a job's result goes into its dataset. */
public sealed interface WriteMode {
  /** All rows are replaced. */
  record Overwrite() implements WriteMode {}

  /** The partitions that the result has rows for are replaced; the others stay. */
  record OverwritePartitions() implements WriteMode {}

  /** The rows are added. */
  record Append() implements WriteMode {}

  /** Rows with an equal key are updated, the others inserted. */
  record Merge(List<String> keys) implements WriteMode {
    public Merge {
      keys = List.copyOf(keys);
      if (keys.isEmpty()) {
        throw new IllegalArgumentException("merge needs at least one key column");
      }
    }
  }
}
