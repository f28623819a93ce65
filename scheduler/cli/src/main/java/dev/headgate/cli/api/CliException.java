package dev.headgate.cli.api;

import java.util.List;

/** Ends the command with a message for a person and an exit code. */
public final class CliException extends RuntimeException {
  private final ExitCode exitCode;
  private final transient List<Mistake> mistakes;

  public CliException(ExitCode exitCode, String message) {
    this(exitCode, message, null);
  }

  public CliException(ExitCode exitCode, String message, Throwable cause) {
    this(exitCode, message, cause, List.of());
  }

  /** For what the message says of definition files, so that reports can point at it. */
  public CliException(ExitCode exitCode, String message, Throwable cause, List<Mistake> mistakes) {
    super(message, cause);
    this.exitCode = exitCode;
    this.mistakes = List.copyOf(mistakes);
  }

  public ExitCode exitCode() {
    return exitCode;
  }

  /** Single mistakes in definition files; none where it is about something else. */
  public List<Mistake> mistakes() {
    return mistakes;
  }
}
