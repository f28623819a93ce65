package dev.headgate.cli.api;

import dev.headgate.model.ErrorCode;

/** What the process ends with; scripts rely on the numbers. */
public enum ExitCode {
  OK(0),
  /** It was tried and failed; or what was asked about is not well. */
  FAILED(1),
  /** The command line is wrong, or what it sends is. */
  USAGE(2),
  NOT_FOUND(3),
  /** It does not fit the state of things, or is not allowed. */
  REFUSED(4),
  /** No server answers. */
  UNREACHABLE(5);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  /** What an error ends with, whether a server found it or this process did. */
  public static ExitCode of(ErrorCode error) {
    return switch (error) {
      case NOT_FOUND -> NOT_FOUND;
      case NOT_ALLOWED, WRONG_STATE, DIGEST_CHANGED, BASE_MOVED, ALREADY_EXISTS -> REFUSED;
      case INVALID_REQUEST, INVALID_DEFINITION, NOT_SUPPORTED_YET -> USAGE;
      case OUTCOME_UNKNOWN, JOB_FAILED, EXTERNAL, INTERNAL -> FAILED;
    };
  }

  public int number() {
    return number;
  }
}
