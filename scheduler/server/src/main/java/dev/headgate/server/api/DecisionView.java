package dev.headgate.server.api;

import dev.headgate.model.decision.Decision;
import java.util.List;

/** A decision in words. */
record DecisionView(Kind kind, List<String> because, List<String> blockedBy) {
  static DecisionView of(Decision decision) {
    if (decision instanceof Decision.Start) {
      return new DecisionView(Kind.START, decision.because(), List.of());
    }
    if (decision instanceof Decision.Wait wait) {
      return new DecisionView(Kind.WAIT, wait.because(), wait.blockedBy());
    }
    return new DecisionView(Kind.UP_TO_DATE, decision.because(), List.of());
  }

  /** What was decided. */
  enum Kind {
    START,
    WAIT,
    UP_TO_DATE
  }
}
