package dev.headgate.store;

import dev.headgate.model.ErrorCode;
import dev.headgate.model.HeadgateException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;

/** Tells what a database's error means by its SQL state. */
final class SqlFailure {
  /**
   * Serialization failure and H2's deadlock, PostgreSQL's deadlock and lock time-out, H2's lock
   * time-out and concurrent update. All of them say that the transaction certainly did not happen.
   */
  private static final Set<String> TRANSIENT =
      Set.of("40001", "40P01", "55P03", "HYT00", "50200", "90131");

  private static final String UNIQUE_VIOLATION = "23505";

  private SqlFailure() {}

  static boolean isTransient(Throwable failure) {
    return state(failure).filter(TRANSIENT::contains).isPresent();
  }

  static boolean isUniqueViolation(Throwable failure) {
    return state(failure).filter(UNIQUE_VIOLATION::equals).isPresent();
  }

  /** Whether the connection is gone, so that a commit under way may or may not have happened. */
  static boolean isConnectionLost(Throwable failure) {
    return state(failure)
        .filter(state -> state.startsWith("08") || state.startsWith("57P"))
        .isPresent();
  }

  /** The same failure as an error with a code; a failure that no database caused stays as it is. */
  static RuntimeException translate(RuntimeException failure) {
    if (failure instanceof HeadgateException) {
      return failure;
    }
    Optional<SQLException> cause = sqlException(failure);
    if (cause.isEmpty()) {
      return failure;
    }
    String state = Optional.ofNullable(cause.get().getSQLState()).orElse("");
    ErrorCode code = ErrorCode.EXTERNAL;
    if (state.startsWith("22")) {
      code = ErrorCode.INVALID_REQUEST;
    } else if (state.startsWith("23") || state.startsWith("42")) {
      code = ErrorCode.INTERNAL;
    }
    return new HeadgateException(
        code,
        "the database refused (SQL state " + state + "): " + cause.get().getMessage(),
        failure);
  }

  private static Optional<String> state(Throwable failure) {
    return sqlException(failure).map(SQLException::getSQLState);
  }

  private static Optional<SQLException> sqlException(Throwable failure) {
    Throwable at = failure;
    while (at != null && !(at instanceof SQLException)) {
      at = at.getCause();
    }
    return Optional.ofNullable((SQLException) at);
  }
}
