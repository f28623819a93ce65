package dev.headgate.model.release;

/** Where the content of a release comes from. */
public enum ReleaseKind {
  /** The product's jobs run. */
  BUILD,
  /** Written from outside, between {@code release open} and {@code close}. */
  OPEN,
  /** One Spark submission, given with {@code headgate submit}. */
  SUBMIT,
  /** An earlier state is restored; nothing runs. */
  ROLLBACK
}
