package dev.headgate.engine.promote;

import dev.headgate.model.ErrorCode;
import dev.headgate.model.HeadgateException;
import dev.headgate.model.release.ReleaseState;
import java.util.Optional;

/** Thrown within the transaction of a promotion that must not happen. */
final class Refusal extends HeadgateException {
  private static final long serialVersionUID = 1L;

  private final transient Optional<ReleaseState> to;

  private Refusal(Optional<ReleaseState> to, String why) {
    super(ErrorCode.WRONG_STATE, why);
    this.to = to;
  }

  static Refusal goingTo(ReleaseState to, String why) {
    return new Refusal(Optional.of(to), why);
  }

  /** Someone else decided about the release meanwhile. */
  static Refusal changedMeanwhile(String why) {
    return new Refusal(Optional.empty(), why);
  }

  /** Where the release goes instead; empty: wherever it is by now. */
  Optional<ReleaseState> to() {
    return to;
  }
}
