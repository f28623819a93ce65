package dev.headgate.catalog.rest;

import dev.headgate.catalog.VersionedCatalog;
import dev.headgate.catalog.view.LakeCatalog;
import java.util.function.Supplier;
import org.apache.iceberg.exceptions.AlreadyExistsException;
import org.apache.iceberg.exceptions.CommitFailedException;
import org.apache.iceberg.exceptions.CommitStateUnknownException;
import org.apache.iceberg.exceptions.ValidationException;

/**
 * Carries out requests that change the lake, each once, however often it is sent. Clients delete
 * their files when they are told that a commit failed, so that is said only of what certainly did
 * not happen.
 */
final class Writes {
  private static final int TRIES = 5;
  private final VersionedCatalog lake;

  Writes(VersionedCatalog lake) {
    this.lake = lake;
  }

  /** What a request does. */
  interface Action {
    Reply first(LakeCatalog catalog);

    /** The answer to a request that was carried out before, from the lake as it is now. */
    Reply again(LakeCatalog catalog);

    /** Whether the lake itself shows that the request was carried out before. */
    default boolean happened(LakeCatalog catalog) {
      return false;
    }
  }

  Reply run(Call call, Action action) {
    Session session = call.session();
    session.checkMayWrite();
    Attempt attempt = new Attempt(lake.requestKeys(), call);
    if (attempt.isDone()) {
      return again(session, action);
    }
    try {
      return action.first(lake.views().openToWrite(session.warehouse(), session.grant(), attempt));
    } catch (RuntimeException e) {
      if (isDone(session, attempt, action, e)) {
        return again(session, action, e);
      }
      if (attempt.hasBegun() && Failures.isBusy(e)) {
        throw new CommitStateUnknownException(e);
      }
      throw e;
    }
  }

  private boolean isDone(Session session, Attempt attempt, Action action, RuntimeException e) {
    try {
      boolean refused =
          e instanceof CommitFailedException
              || e instanceof AlreadyExistsException
              || e instanceof ValidationException;
      return attempt.isDone() || (refused && action.happened(read(session)));
    } catch (RuntimeException another) {
      e.addSuppressed(another);
      throw new CommitStateUnknownException(e);
    }
  }

  private Reply again(Session session, Action action, RuntimeException first) {
    try {
      return again(session, action);
    } catch (RuntimeException e) {
      e.addSuppressed(first);
      throw new CommitStateUnknownException(e);
    }
  }

  private Reply again(Session session, Action action) {
    return action.again(read(session));
  }

  private LakeCatalog read(Session session) {
    return lake.views().openToRead(session.warehouse());
  }

  /** For changes that depend on nothing that the client saw: a conflict is no reason to fail. */
  static <T> T retrying(Supplier<T> change) {
    for (int attempt = 1; ; attempt++) {
      try {
        return change.get();
      } catch (CommitFailedException e) {
        if (attempt >= TRIES) {
          throw e;
        }
      }
    }
  }
}
