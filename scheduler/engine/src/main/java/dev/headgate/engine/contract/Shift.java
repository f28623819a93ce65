package dev.headgate.engine.contract;

/** How what one version allows relates to what the version before allowed. */
enum Shift {
  SAME,
  /** All that was allowed still is, and more. */
  LOOSENED,
  /** Nothing else is allowed, and less. */
  TIGHTENED,
  /** Neither is known to hold. */
  OTHER;

  /** From whether the one includes the other, and the other the one. */
  static Shift of(boolean afterIncludesBefore, boolean beforeIncludesAfter) {
    if (afterIncludesBefore) {
      return beforeIncludesAfter ? SAME : LOOSENED;
    }
    return beforeIncludesAfter ? TIGHTENED : OTHER;
  }

  /** Of two shifts that happen together. */
  Shift and(Shift other) {
    if (this == SAME || this == other) {
      return other;
    }
    return other == SAME ? this : OTHER;
  }
}
