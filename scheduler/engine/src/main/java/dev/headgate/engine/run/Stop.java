package dev.headgate.engine.run;

/** Why an attempt is stopped from outside. */
enum Stop {
  /** It took too long; it counts as failed, and may be tried again. */
  TIMEOUT,
  /** Its release ended, or is not built any more; nothing is recorded. */
  RELEASE_ENDED,
  /** The engine closes; the next start finds it lost. */
  SHUTDOWN
}
