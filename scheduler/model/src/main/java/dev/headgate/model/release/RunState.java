package dev.headgate.model.release;

import java.util.EnumSet;
import java.util.Set;

/** Where a run, or one attempt of it, is. */
public enum RunState {
  /** Waits for the runs it depends on, or for a free place. */
  QUEUED(false),
  /** An attempt has its token; the launcher has not confirmed a start. */
  STARTING(false),
  /** The launcher runs it. */
  RUNNING(false),
  /** Its datasets are written. */
  SUCCEEDED(true),
  /** The last attempt failed. */
  FAILED(true),
  /** Stopped from outside. */
  CANCELLED(true);

  private final boolean isFinal;

  RunState(boolean isFinal) {
    this.isFinal = isFinal;
  }

  public boolean isFinal() {
    return isFinal;
  }

  /** The states that may follow this one; a failed attempt puts its run back to {@link #QUEUED}. */
  public Set<RunState> next() {
    return switch (this) {
      case QUEUED -> EnumSet.of(STARTING, FAILED, CANCELLED);
      case STARTING -> EnumSet.of(RUNNING, QUEUED, SUCCEEDED, FAILED, CANCELLED);
      case RUNNING -> EnumSet.of(QUEUED, SUCCEEDED, FAILED, CANCELLED);
      case SUCCEEDED, FAILED, CANCELLED -> EnumSet.noneOf(RunState.class);
    };
  }
}
