package dev.headgate.model.release;

import dev.headgate.model.ErrorCode;
import dev.headgate.model.HeadgateException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Where a release is on its way to {@code main}. */
public enum ReleaseState {
  /** Decided; its branch is not made yet. */
  PLANNED(false),
  /** Its runs write on its branch. */
  BUILDING(false),
  /** The branch is frozen; checks and policies judge it. */
  CHECKING(false),
  /** Judged and not passing; waits for a waiver, a new check, a cancel, or to be superseded. */
  HELD(false),
  /** Passed; waits for its owners. */
  AWAITING_APPROVAL(false),
  /** Final metadata is being written, or the swap is under way. */
  PROMOTING(false),
  /** What it built is what {@code main} shows, or showed until a later promotion. */
  PROMOTED(true),
  /** A run or the system gave up. */
  FAILED(true),
  /** An owner said no. */
  REJECTED(true),
  /** Someone stopped it. */
  CANCELLED(true),
  /** A newer release, or a rollback, made it pointless. */
  SUPERSEDED(true);

  /**
   * The transition table: what may follow each state; nothing follows those that are not named.
   * What is live can be cancelled, also while it is {@code PROMOTING}: the swap happens only if its
   * release still is, in one transaction with that state. So either it is cancelled and never
   * promoted, or it is {@code PROMOTED} and the cancel is refused.
   */
  private static final Map<ReleaseState, Set<ReleaseState>> NEXT =
      new EnumMap<>(ReleaseState.class);

  static {
    NEXT.put(PLANNED, EnumSet.of(BUILDING, CHECKING, FAILED, CANCELLED, SUPERSEDED));
    NEXT.put(BUILDING, EnumSet.of(CHECKING, FAILED, CANCELLED, SUPERSEDED));
    NEXT.put(
        CHECKING, EnumSet.of(HELD, AWAITING_APPROVAL, PROMOTING, FAILED, CANCELLED, SUPERSEDED));
    NEXT.put(HELD, EnumSet.of(CHECKING, REJECTED, CANCELLED, SUPERSEDED));
    NEXT.put(AWAITING_APPROVAL, EnumSet.of(CHECKING, PROMOTING, REJECTED, CANCELLED, SUPERSEDED));
    NEXT.put(
        PROMOTING, EnumSet.of(PROMOTED, AWAITING_APPROVAL, HELD, FAILED, CANCELLED, SUPERSEDED));
    for (ReleaseState state : values()) {
      NEXT.putIfAbsent(state, EnumSet.noneOf(ReleaseState.class));
    }
  }

  private final boolean isFinal;

  ReleaseState(boolean isFinal) {
    this.isFinal = isFinal;
  }

  /** Nothing follows a final state. */
  public boolean isFinal() {
    return isFinal;
  }

  /** Built or judged right now: a product has at most one such release. */
  public boolean isActive() {
    return this == PLANNED || this == BUILDING || this == CHECKING || this == PROMOTING;
  }

  /** Waits for people; newer data may supersede it. */
  public boolean isWaiting() {
    return this == HELD || this == AWAITING_APPROVAL;
  }

  /** The states that may follow this one. */
  public Set<ReleaseState> next() {
    return Set.copyOf(NEXT.get(this));
  }

  /** Throws {@code WRONG_STATE}, naming release, event and state, unless {@code to} may follow. */
  public void checkNext(ReleaseState to, long release, String event) {
    if (!NEXT.get(this).contains(to)) {
      throw new HeadgateException(
          ErrorCode.WRONG_STATE,
          "release "
              + release
              + " cannot "
              + event
              + ": it is "
              + this
              + ", and "
              + to
              + " does not follow that");
    }
  }
}
