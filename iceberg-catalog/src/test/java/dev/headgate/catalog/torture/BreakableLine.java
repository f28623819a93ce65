package dev.headgate.catalog.torture;

import javax.sql.DataSource;

/** A database behind a line that can be made to break at the next COMMIT. */
interface BreakableLine extends AutoCloseable {
  /** Connections over the line. */
  DataSource dataSource();

  /** Has the next COMMIT of a transaction that wrote break the line. */
  void breakAtNextCommit(Loss loss);

  /** Whether a COMMIT is under way, see {@link Loss#UNTIL_LATER}. */
  boolean isHolding();

  /** The COMMIT that is under way arrives. */
  void deliver();

  /** The COMMIT that is under way never arrives, and the database notices. */
  void lose();

  @Override
  void close();
}
