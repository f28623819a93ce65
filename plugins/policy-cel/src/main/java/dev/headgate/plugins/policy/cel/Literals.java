package dev.headgate.plugins.policy.cel;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** Texts in an expression that stand for something: wrong ones are found when it is compiled. */
final class Literals {
  private static final String DURATION = "-?(\\d+(\\.\\d*)?|\\.\\d+)(h|m|s|ms|us|ns)";

  private Literals() {}

  /** What is wrong with the text that a function is given; empty where nothing is, or no text. */
  static Optional<String> mistake(CelExpr expr, int maxRegex) {
    if (expr.exprKind().getKind() != CelExpr.ExprKind.Kind.CALL || expr.call().args().isEmpty()) {
      return Optional.empty();
    }
    CelConstant last = expr.call().args().get(expr.call().args().size() - 1).constantOrDefault();
    if (last.getKind() != CelConstant.Kind.STRING_VALUE) {
      return Optional.empty();
    }
    String text = last.stringValue();
    return switch (expr.call().function()) {
      case "matches" -> regex(text, maxRegex);
      case "timestamp" -> timestamp(text);
      case "duration" -> duration(text);
      default -> Optional.empty();
    };
  }

  private static Optional<String> regex(String text, int max) {
    try {
      return Pattern.compile(text).programSize() > max
          ? Optional.of("the regular expression is too large: expected a shorter one")
          : Optional.empty();
    } catch (PatternSyntaxException e) {
      return Optional.of("not a regular expression of RE2: " + e.getDescription());
    }
  }

  private static Optional<String> timestamp(String text) {
    try {
      Instant.parse(text);
      return Optional.empty();
    } catch (DateTimeException e) {
      return Optional.of("not a timestamp: expected one such as '2026-07-01T00:00:00Z'");
    }
  }

  private static Optional<String> duration(String text) {
    return text.matches("0|(" + DURATION + ")+")
        ? Optional.empty()
        : Optional.of("not a duration: expected one such as '26h' or '1h30m'");
  }
}
