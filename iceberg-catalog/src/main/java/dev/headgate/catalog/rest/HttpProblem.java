package dev.headgate.catalog.rest;

/** A request that is answered with an error for reasons of the protocol. */
final class HttpProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String type;

  HttpProblem(int status, String type, String message) {
    super(message);
    this.status = status;
    this.type = type;
  }

  int status() {
    return status;
  }

  /** What Iceberg's clients tell errors of one status apart by. */
  String type() {
    return type;
  }
}
