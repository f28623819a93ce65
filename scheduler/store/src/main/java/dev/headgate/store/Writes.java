package dev.headgate.store;

import java.util.OptionalInt;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** Writes that may meet a row that is there already, with one behaviour on both databases. */
final class Writes {
  private static final String SAVEPOINT = "hg_write";

  private Writes() {}

  /**
   * Runs a statement and returns the rows it touched; empty if a unique constraint refused it. The
   * transaction stays usable then: PostgreSQL would abort it, so the statement runs behind a
   * savepoint.
   */
  static OptionalInt unlessTaken(Handle handle, Statement statement) {
    handle.savepoint(SAVEPOINT);
    int touched;
    try {
      touched = statement.execute();
    } catch (UnableToExecuteStatementException e) {
      if (!SqlFailure.isUniqueViolation(e)) {
        throw e;
      }
      handle.rollbackToSavepoint(SAVEPOINT);
      return OptionalInt.empty();
    }
    handle.releaseSavepoint(SAVEPOINT);
    return OptionalInt.of(touched);
  }

  /** Runs {@code update}, and {@code insert} where that found no row. */
  static void put(Handle handle, Statement update, Statement insert) {
    if (update.execute() == 0 && unlessTaken(handle, insert).isEmpty()) {
      update.execute();
    }
  }

  /** A statement; it returns the rows that it touched. */
  interface Statement {
    int execute();
  }
}
