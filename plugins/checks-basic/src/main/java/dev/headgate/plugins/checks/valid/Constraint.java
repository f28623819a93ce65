package dev.headgate.plugins.checks.valid;

import dev.headgate.plugins.checks.metric.TextMatch;
import java.util.Optional;

/**
 * One thing that is asked of the values of a column.
 *
 * @param violation a condition in SQL that holds for values that break it; what it gives for null
 *     does not matter
 * @param proven whether metadata proves that no value breaks it
 * @param phrase in words
 * @param worstFirst an order in SQL that has the worst values first
 * @param match the match against a regular expression that is in {@code violation}
 */
record Constraint(
    String violation,
    boolean proven,
    String phrase,
    Optional<String> worstFirst,
    Optional<TextMatch> match) {
  Constraint(String violation, boolean proven, String phrase, Optional<String> worstFirst) {
    this(violation, proven, phrase, worstFirst, Optional.empty());
  }

  static Constraint of(String violation, String phrase) {
    return new Constraint(violation, false, phrase, Optional.empty());
  }
}
