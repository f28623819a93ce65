package dev.headgate.store;

import dev.headgate.model.ErrorCode;
import dev.headgate.model.HeadgateException;
import dev.headgate.model.store.Store;
import dev.headgate.model.store.StoreTransaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/**
 * The store in an H2 or PostgreSQL database, in tables of its own ({@code hg_…}) beside whatever
 * else is there. Transactions are READ COMMITTED. Instants are kept in UTC and cut off to the
 * microsecond. Thread-safe.
 */
public final class JdbcStore implements Store {
  private final Jdbi jdbi;
  private final Dialect dialect;
  private final Clock clock;
  private final NewestDefinitions newest = new NewestDefinitions();

  private JdbcStore(DataSource database, Dialect dialect, Clock clock) {
    this.jdbi = Jdbi.create(database);
    this.dialect = dialect;
    this.clock = clock;
  }

  /**
   * Brings the database's tables up to date and opens it. Refuses a database that would lose
   * acknowledged commits: an H2 file needs {@code WRITE_DELAY=0}. The data source stays the
   * caller's to close.
   */
  public static JdbcStore open(DataSource database) {
    return open(database, Clock.systemUTC());
  }

  /** As {@link #open(DataSource)}; {@code clock} says which outbox events are due. */
  public static JdbcStore open(DataSource database, Clock clock) {
    Dialect dialect = checkedDialect(database);
    Migrations.apply(database, dialect);
    return new JdbcStore(database, dialect, clock);
  }

  /**
   * The ports on a transaction that someone else opened and will end: it is never committed, rolled
   * back or closed here, and nothing is tried again. A refusal ({@code ALREADY_EXISTS}, {@code
   * WRONG_STATE}) leaves it usable; a database error comes as an unchecked exception with the
   * {@link SQLException} among its causes. The tables must be there: see {@link #open}.
   */
  public static StoreTransaction on(Connection connection) {
    try {
      if (connection.getAutoCommit()) {
        throw new HeadgateException(
            ErrorCode.INTERNAL,
            "the connection commits each statement by itself; expected an open transaction");
      }
      return new JdbcTransaction(
          Jdbi.open(connection),
          Dialect.of(connection),
          Clock.systemUTC(),
          new NewestDefinitions());
    } catch (SQLException e) {
      throw new HeadgateException(ErrorCode.EXTERNAL, "the connection is not usable", e);
    }
  }

  @Override
  public <T> T transact(Function<StoreTransaction, T> work) {
    return Retry.whileTransient(() -> once(work));
  }

  /** Forgets outbox events that were delivered before {@code before}; returns how many. */
  public int purgeDelivered(Instant before) {
    return Retry.whileTransient(
        () -> jdbi.inTransaction(handle -> JdbcOutbox.purgeDelivered(handle, before)));
  }

  private <T> T once(Function<StoreTransaction, T> work) {
    AtomicBoolean committing = new AtomicBoolean();
    try {
      return jdbi.inTransaction(
          TransactionIsolationLevel.READ_COMMITTED,
          handle -> {
            T result = work.apply(new JdbcTransaction(handle, dialect, clock, newest));
            committing.set(true);
            return result;
          });
    } catch (HeadgateException e) {
      throw e;
    } catch (RuntimeException e) {
      if (committing.get() && SqlFailure.isConnectionLost(e)) {
        throw new HeadgateException(
            ErrorCode.OUTCOME_UNKNOWN,
            "the connection to the database was lost during a commit; look whether it happened",
            e);
      }
      throw e;
    }
  }

  private static Dialect checkedDialect(DataSource database) {
    try (Connection connection = database.getConnection()) {
      Dialect dialect = Dialect.of(connection);
      dialect.checkDurable(connection);
      return dialect;
    } catch (SQLException e) {
      throw new HeadgateException(
          ErrorCode.EXTERNAL, "the database cannot be opened: " + e.getMessage(), e);
    }
  }
}
