package dev.headgate.model;

/** Every error that a caller can meet, by name. The name is what APIs and scripts rely on. */
public enum ErrorCode {
  INVALID_REQUEST(ErrorKind.USER),
  INVALID_DEFINITION(ErrorKind.USER),
  NOT_FOUND(ErrorKind.USER),
  NOT_ALLOWED(ErrorKind.USER),
  NOT_SUPPORTED_YET(ErrorKind.USER),
  /** What was asked does not fit the state that a release, run or product is in. */
  WRONG_STATE(ErrorKind.CONFLICT),
  /** The digest that was judged or approved is not the digest that would be promoted. */
  DIGEST_CHANGED(ErrorKind.CONFLICT),
  /** A table's main is no longer what the branch started from. */
  BASE_MOVED(ErrorKind.CONFLICT),
  ALREADY_EXISTS(ErrorKind.CONFLICT),
  /** It may have happened or not; settled by asking again. */
  OUTCOME_UNKNOWN(ErrorKind.EXTERNAL),
  JOB_FAILED(ErrorKind.EXTERNAL),
  EXTERNAL(ErrorKind.EXTERNAL),
  INTERNAL(ErrorKind.INTERNAL);

  private final ErrorKind kind;

  ErrorCode(ErrorKind kind) {
    this.kind = kind;
  }

  public ErrorKind kind() {
    return kind;
  }
}
