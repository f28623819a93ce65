package dev.headgate.engine;

/** Where a product is, for people at a glance. */
public enum ProductState {
  /** What is promoted is what its definition and inputs give. */
  UP_TO_DATE,
  /** Something changed, and no release for it has started or may start. */
  STALE,
  /** A release is built, judged or promoted right now. */
  RELEASING,
  /** Its newest release was judged and does not pass. */
  HELD,
  /** Its newest release passed and waits for its owners. */
  AWAITING_APPROVAL,
  /** It does not start by itself. */
  PAUSED,
  /** Its newest release failed, and nothing has changed since. */
  FAILED
}
