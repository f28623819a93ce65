package dev.headgate.catalog.state;

import java.sql.Connection;

/**
 * What the caller does inside the transaction of a promotion, on its connection: check what
 * entitles to it, and write what follows from it. It may refuse by throwing; it must neither
 * commit, roll back nor close.
 */
@FunctionalInterface
public interface Participant {
  /** Does nothing. */
  Participant NONE = (connection, promoted) -> {};

  void within(Connection connection, Promoted promoted);
}
