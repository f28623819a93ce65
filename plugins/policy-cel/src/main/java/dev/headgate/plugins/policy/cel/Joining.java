package dev.headgate.plugins.policy.cel;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;

/** {@code +} of texts, with a limit: doubling a text again and again would fill the memory. */
final class Joining {
  static final int MAX_LENGTH = 100_000;
  static final CelFunctionBinding OF_TEXTS =
      CelFunctionBinding.from("add_string", String.class, String.class, Joining::join);

  private Joining() {}

  private static String join(String left, String right) throws CelEvaluationException {
    if (left.length() + (long) right.length() > MAX_LENGTH) {
      throw new CelEvaluationException(
          "a text of more than " + MAX_LENGTH + " characters: expected a shorter one");
    }
    return left + right;
  }
}
