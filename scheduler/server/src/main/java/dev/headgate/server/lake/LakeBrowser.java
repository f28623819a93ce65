package dev.headgate.server.lake;

import dev.headgate.model.product.DatasetName;
import dev.headgate.spi.CatalogAccess;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/**
 * Reads the lake for people. Views are named as warehouses are: {@code main}, {@code pinned},
 * {@code version-3}, {@code release-12}. Errors are {@link dev.headgate.model.HeadgateException}s,
 * {@code NOT_FOUND} for a view that does not exist.
 */
public interface LakeBrowser {
  /** The newest lake version's number; 0 before the first promotion. */
  long lakeVersion();

  /** Newest first, at most {@code limit}. */
  List<LakeVersion> versions(int limit);

  /** All tables and views that a view shows, by name. */
  List<LakeTable> tables(String view);

  /** How to read a view with a query engine; the token opens it for reading only. */
  CatalogAccess readAccess(String view, String holder, Duration validFor);

  /** An instant that a promotion made. */
  record LakeVersion(long number, long instant, Instant at) {}

  /**
   * A table or view as a view shows it.
   *
   * @param kind {@code TABLE} or {@code VIEW}
   * @param rows how many it has, where its snapshot tells; see {@link
   *     dev.headgate.model.lake.BranchChange}
   */
  record LakeTable(
      DatasetName name, Kind kind, OptionalLong snapshotId, OptionalLong rows, boolean gated) {
    /** What a name stands for. */
    public enum Kind {
      TABLE,
      VIEW
    }
  }
}
