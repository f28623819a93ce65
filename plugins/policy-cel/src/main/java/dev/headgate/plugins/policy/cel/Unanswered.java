package dev.headgate.plugins.policy.cel;

import dev.headgate.spi.PolicyLanguage.Unanswerable;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Why a condition has no answer, in the words of somebody who writes a policy. */
final class Unanswered {
  private static final Pattern ABSENT = Pattern.compile("key '(.*)' is not present in map\\.?");
  private static final Pattern BUDGET = Pattern.compile("Iteration budget exceeded: (\\d+)");

  private Unanswered() {}

  static Unanswerable because(Exception e) {
    return new Unanswerable(sentence(Mistakes.plain(String.valueOf(e.getMessage()))), e);
  }

  private static String sentence(String message) {
    Matcher absent = ABSENT.matcher(message);
    if (absent.matches()) {
      return "'"
          + absent.group(1)
          + "' is absent: expected the rule to ask 'has' or 'in' before it reads it";
    }
    Matcher budget = BUDGET.matcher(message);
    if (budget.matches()) {
      return "it looks at more than " + budget.group(1) + " elements: expected fewer";
    }
    if (message.toLowerCase(Locale.ROOT).contains("by zero")) {
      return "it divides by zero: expected a divisor other than 0";
    }
    return message.contains("expected") ? message : message + ": expected true or false";
  }
}
