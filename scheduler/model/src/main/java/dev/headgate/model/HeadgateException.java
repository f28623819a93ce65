package dev.headgate.model;

import java.util.Objects;

/** An error with a code; the message says what was wrong and what was expected, for a person. */
public class HeadgateException extends RuntimeException {
  private final ErrorCode code;

  public HeadgateException(ErrorCode code, String message) {
    this(code, message, null);
  }

  public HeadgateException(ErrorCode code, String message, Throwable cause) {
    super(message, cause);
    this.code = Objects.requireNonNull(code, "code");
  }

  public ErrorCode code() {
    return code;
  }
}
