package dev.headgate.catalog.state;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The database behind the lake, and its transactions. A write that failed certainly did not happen,
 * unless it throws {@link UnknownOutcomeException}: then the connection was lost at COMMIT, and the
 * caller has to settle it.
 */
public final class LakeDatabase {
  private static final Logger LOG = LoggerFactory.getLogger(LakeDatabase.class);
  private static final int TRIES = 5;

  /**
   * SQL states of failures after which nothing has happened and a new try may succeed:
   * serialization, deadlock, lock.
   */
  private static final Set<String> TRANSIENT = Set.of("40001", "40P01", "55P03", "HYT00");

  private static final String UNIQUE_VIOLATION = "23505";

  private final Jdbi jdbi;

  private LakeDatabase(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * Migrates and returns the database. Tables are prefixed {@code lake_}; others may live beside
   * them.
   *
   * @throws IllegalStateException if it is an H2 file that may lose acknowledged commits
   */
  public static LakeDatabase open(DataSource dataSource) {
    Flyway.configure(LakeDatabase.class.getClassLoader())
        .dataSource(dataSource)
        .locations("classpath:dev/headgate/catalog/db")
        .table("lake_schema_history")
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .load()
        .migrate();
    Jdbi jdbi = Jdbi.create(dataSource);
    Durability.check(jdbi);
    return new LakeDatabase(jdbi);
  }

  /** Reads with one connection; each statement sees what is committed when it starts. */
  public <T> T read(Function<Handle, T> work) {
    return jdbi.withHandle(work::apply);
  }

  /**
   * Runs {@code work} in one READ COMMITTED transaction. It is tried again a few times after a
   * deadlock or a lock time-out, so it must have no other effects.
   */
  public <T> T write(Function<Handle, T> work) {
    for (int attempt = 1; ; attempt++) {
      try {
        return writeOnce(work);
      } catch (UnknownOutcomeException e) {
        throw e;
      } catch (RuntimeException e) {
        if (attempt >= TRIES || !isTransient(e)) {
          throw e;
        }
        pause(attempt);
      }
    }
  }

  private <T> T writeOnce(Function<Handle, T> work) {
    Handle handle = jdbi.open();
    try {
      handle.setTransactionIsolationLevel(TransactionIsolationLevel.READ_COMMITTED);
      handle.begin();
      T result;
      try {
        result = work.apply(handle);
      } catch (RuntimeException | Error e) {
        rollback(handle, e);
        throw e;
      }
      commit(handle);
      return result;
    } finally {
      closeQuietly(handle);
    }
  }

  /** What is committed stays committed, whatever becomes of the connection. */
  private static void closeQuietly(Handle handle) {
    try {
      handle.close();
    } catch (RuntimeException e) {
      LOG.warn("a connection did not close", e);
    }
  }

  private static void commit(Handle handle) {
    try {
      handle.commit();
    } catch (RuntimeException e) {
      if (isTransient(e)) {
        throw e;
      }
      throw new UnknownOutcomeException(e);
    }
  }

  private static void rollback(Handle handle, Throwable cause) {
    try {
      handle.rollback();
    } catch (RuntimeException e) {
      cause.addSuppressed(e);
    }
  }

  private static void pause(int attempt) {
    try {
      TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextInt(10, 40 << attempt));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a transaction was to be tried again", e);
    }
  }

  static boolean isTransient(Throwable failure) {
    return sqlState(failure).filter(TRANSIENT::contains).isPresent();
  }

  static boolean isUniqueViolation(Throwable failure) {
    return sqlState(failure).filter(UNIQUE_VIOLATION::equals).isPresent();
  }

  private static Optional<String> sqlState(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && sql.getSQLState() != null) {
        return Optional.of(sql.getSQLState());
      }
    }
    return Optional.empty();
  }
}
