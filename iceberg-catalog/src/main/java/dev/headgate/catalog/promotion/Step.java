package dev.headgate.catalog.promotion;

/** The points of a promotion between which a crash can fall. */
public enum Step {
  /** Nothing is written yet. */
  BEFORE_PREPARE,
  /** Final metadata files are written, and not yet recorded. */
  FILES_WRITTEN,
  /** Final metadata is recorded; the swap has not begun. */
  PREPARED,
  /** Inside the transaction, everything done but the COMMIT. */
  BEFORE_COMMIT,
  /** The transaction has committed; the caller does not know yet. */
  COMMITTED
}
