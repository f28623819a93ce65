package dev.headgate.catalog.rest;

import dev.headgate.catalog.state.Grant;
import java.util.Optional;
import org.apache.iceberg.exceptions.ForbiddenException;

/**
 * A view that a client has been let into.
 *
 * @param warehouse the view, resolved: never {@code pinned}
 * @param grant of the token that it came with; empty: it came without one
 * @param readOnly why it may not write; empty: it may
 */
record Session(String warehouse, Optional<Grant> grant, Optional<String> readOnly) {
  boolean mayWrite() {
    return readOnly.isEmpty();
  }

  void checkMayWrite() {
    readOnly.ifPresent(
        reason -> {
          throw new ForbiddenException("%s", reason);
        });
  }
}
