package dev.headgate.engine.decide;

import dev.headgate.model.Digests;
import java.util.List;

/**
 * What something was made from, as 64 hex digits: the first half stands for the state (definition,
 * code, inputs), the second for the occasion (a request, a scheduled instant) where the state alone
 * does not say everything. Two halves, because what is promoted stays fresh although its occasion
 * has passed.
 */
public record Fingerprint(String state, String occasion) {
  /** The occasion of what the state says everything about. */
  public static final String NO_OCCASION = "0".repeat(32);

  private static final int HALF = 32;

  public Fingerprint {
    if (state.length() != HALF || occasion.length() != HALF) {
      throw new IllegalArgumentException(
          "a fingerprint's halves have 32 digits each: " + state + " " + occasion);
    }
  }

  /** A fingerprint of a state, without an occasion. */
  public static Fingerprint ofState(List<String> parts) {
    return new Fingerprint(half(parts), NO_OCCASION);
  }

  /** The occasion that these parts are. */
  public static String occasion(String... parts) {
    return half(List.of(parts));
  }

  /** Reads what {@link #toString} wrote. */
  public static Fingerprint parse(String text) {
    if (text.length() != 2 * HALF) {
      throw new IllegalArgumentException("'" + text + "' is no fingerprint: it has 64 digits");
    }
    return new Fingerprint(text.substring(0, HALF), text.substring(HALF));
  }

  public Fingerprint on(String anOccasion) {
    return new Fingerprint(state, anOccasion);
  }

  public boolean hasOccasion() {
    return !occasion.equals(NO_OCCASION);
  }

  public boolean sameStateAs(Fingerprint other) {
    return state.equals(other.state);
  }

  private static String half(List<String> parts) {
    return Digests.ofAll(parts).substring(0, HALF);
  }

  @Override
  public String toString() {
    return state + occasion;
  }
}
