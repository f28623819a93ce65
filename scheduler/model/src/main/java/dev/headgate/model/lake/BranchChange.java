package dev.headgate.model.lake;

import dev.headgate.model.product.DatasetName;
import java.util.OptionalLong;

/**
 * What a branch changes of one table or view.
 *
 * @param snapshotId the snapshot that the branch shows; empty for a drop, a view, a table without
 *     one
 * @param rows how many that snapshot has, where its summary tells: empty where there are delete
 *     files
 */
public record BranchChange(
    DatasetName dataset, Kind kind, OptionalLong snapshotId, OptionalLong rows) {
  /** What happened to it. */
  public enum Kind {
    CREATED,
    CHANGED,
    DROPPED
  }
}
