package dev.headgate.engine.contract;

import dev.headgate.model.contract.Compatibility;

/** Which direction of compatibility a change breaks, in the words of {@link Compatibility}. */
enum Breaks {
  NOTHING,
  /** Who reads by the new version cannot read what was written by the old one. */
  BACKWARD,
  /** Who reads by the old version cannot read what is written by the new one. */
  FORWARD,
  BOTH;

  /** Whether a contract with this promise may not do it within a major. */
  boolean isAgainst(Compatibility promise) {
    return switch (this) {
      case NOTHING -> false;
      case BACKWARD -> demandsBackward(promise);
      case FORWARD -> demandsForward(promise);
      case BOTH -> demandsBackward(promise) || demandsForward(promise);
    };
  }

  /** Whether the one promise holds wherever the other does. */
  static boolean covers(Compatibility one, Compatibility other) {
    return (demandsBackward(one) || !demandsBackward(other))
        && (demandsForward(one) || !demandsForward(other))
        && (one.isTransitive() || !other.isTransitive());
  }

  private static boolean demandsBackward(Compatibility promise) {
    return switch (promise) {
      case BACKWARD, BACKWARD_TRANSITIVE, FULL, FULL_TRANSITIVE -> true;
      case NONE, FORWARD, FORWARD_TRANSITIVE -> false;
    };
  }

  private static boolean demandsForward(Compatibility promise) {
    return switch (promise) {
      case FORWARD, FORWARD_TRANSITIVE, FULL, FULL_TRANSITIVE -> true;
      case NONE, BACKWARD, BACKWARD_TRANSITIVE -> false;
    };
  }
}
