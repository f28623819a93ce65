package dev.headgate.catalog.state;

import java.util.Optional;

/**
 * Who writes on a branch: the holder of a token, or (without one) a caller in this process, who is
 * bound by the branch's scope only.
 */
public record Writer(Optional<Grant> grant) {
  /** A caller in this process. */
  public static final Writer TRUSTED = new Writer(Optional.empty());
}
