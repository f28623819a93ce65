package dev.headgate.server.lake;

import dev.headgate.catalog.NoSuchViewOfLakeException;
import dev.headgate.catalog.state.BaseMovedException;
import dev.headgate.catalog.state.BranchEndedException;
import dev.headgate.catalog.state.BranchFrozenException;
import dev.headgate.catalog.state.DigestChangedException;
import dev.headgate.catalog.state.InstantExpiredException;
import dev.headgate.catalog.state.NoSuchBranchException;
import dev.headgate.catalog.state.UnknownOutcomeException;
import dev.headgate.model.ErrorCode;
import dev.headgate.model.HeadgateException;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.iceberg.exceptions.ForbiddenException;
import org.apache.iceberg.exceptions.NamespaceNotEmptyException;
import org.apache.iceberg.exceptions.NoSuchNamespaceException;

/** The catalog's exceptions as the engine knows them; what it threw itself passes through. */
final class CatalogErrors {
  private static final Map<Class<? extends RuntimeException>, ErrorCode> CODES =
      Map.of(
          NoSuchBranchException.class, ErrorCode.NOT_FOUND,
          NoSuchViewOfLakeException.class, ErrorCode.NOT_FOUND,
          InstantExpiredException.class, ErrorCode.NOT_FOUND,
          BranchEndedException.class, ErrorCode.WRONG_STATE,
          BranchFrozenException.class, ErrorCode.WRONG_STATE,
          DigestChangedException.class, ErrorCode.DIGEST_CHANGED,
          BaseMovedException.class, ErrorCode.BASE_MOVED,
          NoSuchNamespaceException.class, ErrorCode.BASE_MOVED,
          NamespaceNotEmptyException.class, ErrorCode.BASE_MOVED,
          ForbiddenException.class, ErrorCode.NOT_ALLOWED);

  private CatalogErrors() {}

  static <T> T translate(Supplier<T> work) {
    try {
      return work.get();
    } catch (HeadgateException e) {
      throw e;
    } catch (UnknownOutcomeException e) {
      throw new HeadgateException(ErrorCode.OUTCOME_UNKNOWN, e.getMessage(), e);
    } catch (RuntimeException e) {
      throw new HeadgateException(
          CODES.getOrDefault(e.getClass(), ErrorCode.EXTERNAL), message(e), e);
    }
  }

  static void run(Runnable work) {
    translate(
        () -> {
          work.run();
          return null;
        });
  }

  /**
   * While it cannot be told what became of something, that is what is said, whatever the reason.
   */
  static <T> T settling(Supplier<T> work) {
    try {
      return work.get();
    } catch (RuntimeException e) {
      throw new HeadgateException(ErrorCode.OUTCOME_UNKNOWN, message(e), e);
    }
  }

  static NoSuchBranchException noSuchBranch(String branch) {
    return new NoSuchBranchException(branch);
  }

  private static String message(RuntimeException e) {
    return e.getMessage() == null ? e.toString() : e.getMessage();
  }
}
