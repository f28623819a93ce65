package dev.headgate.catalog.rest;

import dev.headgate.catalog.NoSuchViewOfLakeException;
import dev.headgate.catalog.state.BranchEndedException;
import dev.headgate.catalog.state.BranchFrozenException;
import dev.headgate.catalog.state.InstantExpiredException;
import dev.headgate.catalog.state.NoSuchBranchException;
import dev.headgate.catalog.state.UnknownOutcomeException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.iceberg.exceptions.AlreadyExistsException;
import org.apache.iceberg.exceptions.BadRequestException;
import org.apache.iceberg.exceptions.CommitFailedException;
import org.apache.iceberg.exceptions.CommitStateUnknownException;
import org.apache.iceberg.exceptions.ForbiddenException;
import org.apache.iceberg.exceptions.NamespaceNotEmptyException;
import org.apache.iceberg.exceptions.NoSuchIcebergTableException;
import org.apache.iceberg.exceptions.NoSuchNamespaceException;
import org.apache.iceberg.exceptions.NoSuchTableException;
import org.apache.iceberg.exceptions.NoSuchViewException;
import org.apache.iceberg.exceptions.NotAuthorizedException;
import org.apache.iceberg.exceptions.NotFoundException;
import org.apache.iceberg.exceptions.UnprocessableEntityException;
import org.apache.iceberg.exceptions.ValidationException;
import org.apache.iceberg.rest.responses.ErrorResponse;

/** Errors as Iceberg's clients understand them: by status, and some by type. */
final class Failures {
  private static final Map<Class<? extends RuntimeException>, Integer> STATUS = statuses();

  /** Nothing has happened, and another try may succeed: serialization, deadlock, lock. */
  private static final Set<String> BUSY = Set.of("40001", "40P01", "55P03", "HYT00");

  private Failures() {}

  /** The first class that fits counts. */
  private static Map<Class<? extends RuntimeException>, Integer> statuses() {
    Map<Class<? extends RuntimeException>, Integer> statuses = new LinkedHashMap<>();
    statuses.put(BadRequestException.class, 400);
    statuses.put(NotAuthorizedException.class, 401);
    statuses.put(ForbiddenException.class, 403);
    statuses.put(BranchFrozenException.class, 403);
    statuses.put(NoSuchViewOfLakeException.class, 404);
    statuses.put(NoSuchBranchException.class, 404);
    statuses.put(NoSuchNamespaceException.class, 404);
    statuses.put(NoSuchTableException.class, 404);
    statuses.put(NoSuchViewException.class, 404);
    statuses.put(NoSuchIcebergTableException.class, 404);
    statuses.put(NotFoundException.class, 404);
    statuses.put(UnsupportedOperationException.class, 406);
    statuses.put(AlreadyExistsException.class, 409);
    statuses.put(NamespaceNotEmptyException.class, 409);
    statuses.put(CommitFailedException.class, 409);
    statuses.put(BranchEndedException.class, 410);
    statuses.put(InstantExpiredException.class, 410);
    statuses.put(UnprocessableEntityException.class, 422);
    statuses.put(ValidationException.class, 400);
    statuses.put(IllegalArgumentException.class, 400);
    return statuses;
  }

  /** What a client is told; nothing about the inside of the server. */
  static ErrorResponse describe(RuntimeException failure, String reference) {
    if (failure instanceof HttpProblem problem) {
      return response(problem.status(), problem.type(), problem.getMessage());
    }
    if (isUnknown(failure)) {
      return response(
          500,
          CommitStateUnknownException.class.getSimpleName(),
          "it is not known whether the commit happened; look before you repeat it (the server's log has more under "
              + reference
              + ")");
    }
    Optional<Integer> status =
        STATUS.entrySet().stream()
            .filter(entry -> entry.getKey().isInstance(failure))
            .map(Map.Entry::getValue)
            .findFirst();
    if (status.isPresent()) {
      return response(status.get(), type(failure), failure.getMessage());
    }
    if (isBusy(failure)) {
      return response(
          503,
          "ServiceUnavailableException",
          "the lake is busy and nothing was changed; try again");
    }
    return response(
        500, "InternalServerError", "the server failed; its log has more under " + reference);
  }

  private static String type(RuntimeException failure) {
    return failure instanceof NoSuchViewOfLakeException
        ? "NoSuchWarehouseException"
        : failure.getClass().getSimpleName();
  }

  private static ErrorResponse response(int status, String type, String message) {
    return ErrorResponse.builder()
        .responseCode(status)
        .withType(type)
        .withMessage(message == null ? type : message)
        .build();
  }

  private static boolean isUnknown(RuntimeException failure) {
    return failure instanceof CommitStateUnknownException
        || failure instanceof UnknownOutcomeException;
  }

  /** What everything else came from, in one line. */
  static String firstCause(Throwable failure) {
    Throwable first = failure;
    while (first.getCause() != null) {
      first = first.getCause();
    }
    return first.toString().lines().findFirst().orElse("");
  }

  /** Whether the database had no connection or no lock to give. */
  static boolean isBusy(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLTransientConnectionException) {
        return true;
      }
      if (cause instanceof SQLException sql && sql.getSQLState() != null) {
        return BUSY.contains(sql.getSQLState());
      }
    }
    return false;
  }
}
