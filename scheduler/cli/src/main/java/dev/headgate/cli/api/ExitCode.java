package dev.headgate.cli.api;

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

  public int number() {
    return number;
  }
}
