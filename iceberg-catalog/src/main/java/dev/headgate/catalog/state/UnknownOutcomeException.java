package dev.headgate.catalog.state;

/**
 * The connection was lost while a transaction committed: it may have happened or not, and has to be
 * settled.
 */
public class UnknownOutcomeException extends RuntimeException {
  public UnknownOutcomeException(Throwable cause) {
    super("the outcome of a COMMIT is unknown: " + cause.getMessage(), cause);
  }
}
