package dev.headgate.plugins.checks.metric;

import dev.headgate.plugins.checks.sql.Asking;
import dev.headgate.plugins.checks.sql.Sql;
import dev.headgate.spi.PluginException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Values that a large table is likely to be full of. Regular expressions are what costs most in a
 * scan, and most texts are codes with few values: those that are in the first rows are matched
 * once, and the scan matches the others only. What it finds is the same as without.
 */
final class Familiar {
  /** Rows from which on a look at some first is worth it. */
  static final long WORTH_IT = 500_000;

  private static final int LOOKED_AT = 20_000;
  private static final int MOST = 500;
  private static final int UNION_MOST = 20 * MOST;

  private final Map<TextMatch, List<String>> values;

  private Familiar(Map<TextMatch, List<String>> values) {
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
    Map<TextMatch, List<String>> values = new LinkedHashMap<>();
    try {
      String query = query(matches, from);
      for (List<Object> row : asking.rows(query, UNION_MOST).rows()) {
        TextMatch match = matches.get(((Number) row.get(0)).intValue());
        values.computeIfAbsent(match, m -> new ArrayList<>()).add((String) row.get(1));
      }
    } catch (PluginException e) {
      return new Familiar(Map.of());
    }
    values.values().removeIf(found -> found.size() > MOST);
    return new Familiar(values);
  }

  private static String query(List<TextMatch> matches, String from) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < matches.size(); i++) {
      TextMatch match = matches.get(i);
      parts.add(
          "SELECT DISTINCT "
              + i
              + ", "
              + match.value()
              + " FROM (SELECT * FROM "
              + from
              + " LIMIT "
              + LOOKED_AT
              + ") WHERE "
              + match.call());
    }
    return String.join(" UNION ALL ", parts);
  }

  /** The same aggregate, which looks among the familiar values first. */
  String expression(Metric.Aggregate aggregate) {
    String expression = aggregate.expression();
    for (TextMatch match : aggregate.matches()) {
      List<String> found = values.getOrDefault(match, List.of());
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
