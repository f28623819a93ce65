package dev.headgate.server.query;

import dev.headgate.spi.QueryEngine;

/** Answers a query on one view of the lake. */
public interface Queries {
  /**
   * Runs a query that reads.
   *
   * @param view for example {@code main} or {@code version-3}
   * @param maxRows at most; the server has a limit of its own
   */
  QueryEngine.Result query(String view, String sql, int maxRows, String actor)
      throws InterruptedException;
}
