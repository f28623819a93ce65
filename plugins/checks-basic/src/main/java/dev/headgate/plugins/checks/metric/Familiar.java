package dev.headgate.plugins.checks.metric;

import dev.headgate.plugins.checks.sql.Asking;
import dev.headgate.plugins.checks.sql.Sql;
import dev.headgate.spi.PluginException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Values that a large table is likely to be full of. Regular expressions are what costs most in a
 * scan, and most texts are codes with few values: those that are in the first rows are matched
 * once, and the scan matches the others only. What it finds is the same as without.
 */
final class Familiar {
  /** Rows from which on a look at some first is worth it. */
  static final long WORTH_IT = 500_000;

  private static final int LOOKED_AT = 2_000;
  private static final int MOST = 500;

  private final Map<TextMatch, Set<String>> values;

  private Familiar(Map<TextMatch, Set<String>> values) {
    this.values = values;
  }

  /** Looks at the first rows of a state. A look that fails finds nothing. */
  static Familiar of(List<Metric.Of> aggregates, String from, long rows, Asking asking)
      throws InterruptedException {
    List<TextMatch> matches =
        aggregates.stream()
            .flatMap(m -> ((Metric.Aggregate) m.metric()).matches().stream())
            .distinct()
            .toList();
    if (rows < WORTH_IT || matches.isEmpty()) {
      return new Familiar(Map.of());
    }
    Map<TextMatch, Set<String>> values = new HashMap<>();
    try {
      for (List<Object> row : asking.rows(query(matches, from), LOOKED_AT).rows()) {
        for (int i = 0; i < matches.size(); i++) {
          if (Boolean.TRUE.equals(row.get(2 * i + 1))) {
            values
                .computeIfAbsent(matches.get(i), m -> new TreeSet<>())
                .add((String) row.get(2 * i));
          }
        }
      }
    } catch (PluginException e) {
      return new Familiar(Map.of());
    }
    values.values().removeIf(found -> found.size() > MOST);
    return new Familiar(values);
  }

  /** Texts and whether they match, side by side: engines stop reading when they have enough. */
  private static String query(List<TextMatch> matches, String from) {
    return matches.stream()
        .map(match -> match.value() + ", " + match.call())
        .collect(Collectors.joining(", ", "SELECT ", " FROM " + from + " LIMIT " + LOOKED_AT));
  }

  /** The same aggregate, which looks among the familiar values first. */
  String expression(Metric.Aggregate aggregate) {
    String expression = aggregate.expression();
    for (TextMatch match : aggregate.matches()) {
      Set<String> found = values.getOrDefault(match, Set.of());
      if (!found.isEmpty()) {
        String listed = found.stream().map(Sql::literal).collect(Collectors.joining(", "));
        expression =
            expression.replace(
                match.call(),
                "(" + match.value() + " IN (" + listed + ") OR " + match.call() + ")");
      }
    }
    return expression;
  }
}
