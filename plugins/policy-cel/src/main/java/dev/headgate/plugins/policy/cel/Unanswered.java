package dev.headgate.plugins.policy.cel;

import dev.cel.common.CelErrorCode;
import dev.cel.common.CelException;
import dev.headgate.spi.PolicyLanguage.Unanswerable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Why a condition has no answer, in the words of somebody who writes a policy. */
final class Unanswered {
  private static final Pattern ABSENT = Pattern.compile("key '(.*)' is not present in map\\.?");

  private Unanswered() {}

  static Unanswerable because(Exception e) {
    String message = Mistakes.plain(String.valueOf(e.getMessage()));
    CelErrorCode code =
        e instanceof CelException cel ? cel.getErrorCode() : CelErrorCode.INTERNAL_ERROR;
    return new Unanswerable(sentence(code, message), e);
  }

  private static String sentence(CelErrorCode code, String message) {
    return switch (code) {
      case ATTRIBUTE_NOT_FOUND ->
          "'"
              + name(message)
              + "' is absent: expected the rule to ask 'has' or 'in' before it reads it";
      case INDEX_OUT_OF_BOUNDS ->
          "it reads past the end (" + message + "): expected it to ask 'size' before";
      case DIVIDE_BY_ZERO -> "it divides by zero: expected another divisor";
      case ITERATION_BUDGET_EXCEEDED ->
          "it looks at more than " + CelLanguage.MAX_ITERATIONS + " elements: expected fewer";
      default ->
          message.contains("expected") ? message : message + ": expected an answer, true or false";
    };
  }

  /** CEL says a sentence of a field and only the name of a map's key. */
  private static String name(String message) {
    Matcher sentence = ABSENT.matcher(message);
    return sentence.matches() ? sentence.group(1) : message;
  }
}
