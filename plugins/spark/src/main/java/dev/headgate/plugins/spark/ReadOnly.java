package dev.headgate.plugins.spark;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells queries from statements that change something, by their words: a query starts as one, and
 * outside of parentheses has no word that starts a change ({@code WITH … INSERT}).
 */
final class ReadOnly {
  private static final Set<String> QUERIES = Set.of("SELECT", "WITH", "VALUES", "TABLE", "FROM");
  private static final Set<String> LOOKS = Set.of("SHOW", "DESCRIBE", "DESC", "EXPLAIN");

  /** What a change can begin with, too. */
  private static final Set<String> BEFORE_CHANGES = Set.of("WITH", "FROM");

  private static final Set<String> CHANGES = Set.of("INSERT", "MERGE", "UPDATE", "DELETE");

  private static final Pattern TOKEN =
      Pattern.compile(
          "--[^\\n]*+"
              + "|/\\*.*?\\*/"
              + "|'[^'\\\\]*+(?:\\\\.[^'\\\\]*+)*+'"
              + "|\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\""
              + "|`[^`]*+`"
              + "|(?<word>[A-Za-z_]\\w*+)"
              + "|(?<mark>[();])",
          Pattern.DOTALL);

  private ReadOnly() {}

  /** Why this is not one query whose result is rows of data; empty if it is. */
  static Optional<String> objection(String sql) {
    return objection(sql, Set.of());
  }

  /** Why this is neither a query nor a look at the catalog; empty if it is. */
  static Optional<String> objectionToLook(String sql) {
    return objection(sql, LOOKS);
  }

  private static Optional<String> objection(String sql, Set<String> also) {
    Matcher matcher = TOKEN.matcher(sql);
    String first = "";
    int depth = 0;
    boolean ended = false;
    while (matcher.find()) {
      String word = matcher.group("word");
      String mark = matcher.group("mark");
      if (ended && (word != null || "(".equals(mark) || ")".equals(mark))) {
        return Optional.of("expected one statement, found another after ';'");
      }
      if (word != null) {
        String upper = word.toUpperCase(Locale.ROOT);
        if (first.isEmpty()) {
          first = upper;
          if (!QUERIES.contains(upper) && !also.contains(upper)) {
            return Optional.of("expected a query, found " + upper);
          }
        } else if (depth == 0
            && BEFORE_CHANGES.contains(first)
            && CHANGES.contains(upper)
            && !isPartOfName(sql, matcher.start(), matcher.end())) {
          return Optional.of("expected a query, found " + upper + " in it");
        }
      } else if (mark != null) {
        switch (mark) {
          case "(" -> depth++;
          case ")" -> depth--;
          default -> ended = true;
        }
      }
    }
    return first.isEmpty() ? Optional.of("expected a query, found nothing") : Optional.empty();
  }

  private static boolean isPartOfName(String sql, int start, int end) {
    return (start > 0 && sql.charAt(start - 1) == '.')
        || (end < sql.length() && sql.charAt(end) == '.');
  }
}
