package dev.headgate.plugins.checks.metric;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.headgate.plugins.checks.sql.Asking;
import dev.headgate.plugins.checks.sql.Sql;
import dev.headgate.spi.PluginException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Values that a large table is likely to be full of. Regular expressions are what costs most in a
 * scan, and most texts are codes with few values: those that are in the first rows are matched
 * once, and scans match the others only. What they find is the same as without: that a text matches
 * an expression is true of any table at any time. So it is kept for a day. Thread-safe.
 */
public final class Familiar {
  /** Rows from which on a look at some first is worth it. */
  static final long WORTH_IT = 500_000;

  private static final int LOOKED_AT = 2_000;
  private static final int MOST = 500;
  private static final int LONGEST = 64;
  private static final int COLUMNS = 128;
  private static final Duration KEPT = Duration.ofDays(1);

  private final Cache<Where, Set<String>> known =
      Caffeine.newBuilder().maximumSize(COLUMNS).expireAfterWrite(KEPT).build();

  private record Where(String from, TextMatch match) {}

  /** Texts that match, by the match. */
  record Texts(Map<TextMatch, Set<String>> values) {
    static final Texts NONE = new Texts(Map.of());

    /** Whether expressions quote any value of the data. */
    boolean areQuoted() {
      return values.values().stream().anyMatch(texts -> !texts.isEmpty());
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

  /** Those of a state; looks at its first rows where they are not known yet. */
  Texts in(List<Metric.Of> aggregates, String from, long rows, Asking asking)
      throws InterruptedException {
    if (rows < WORTH_IT) {
      return Texts.NONE;
    }
    List<TextMatch> matches =
        aggregates.stream()
            .flatMap(m -> ((Metric.Aggregate) m.metric()).matches().stream())
            .distinct()
            .toList();
    look(matches, from, asking);
    Map<TextMatch, Set<String>> values = new HashMap<>();
    for (TextMatch match : matches) {
      Set<String> found = known.getIfPresent(new Where(from, match));
      if (found != null) {
        values.put(match, found);
      }
    }
    return new Texts(values);
  }

  /** A look that fails finds nothing. */
  private void look(List<TextMatch> wanted, String from, Asking asking)
      throws InterruptedException {
    List<TextMatch> matches =
        wanted.stream().filter(m -> known.getIfPresent(new Where(from, m)) == null).toList();
    if (matches.isEmpty()) {
      return;
    }
    List<List<Object>> rows;
    try {
      rows = asking.rows(query(matches, from), LOOKED_AT).rows();
    } catch (PluginException e) {
      return;
    }
    for (int i = 0; i < matches.size(); i++) {
      Set<String> found = new TreeSet<>();
      for (List<Object> row : rows) {
        if (Boolean.TRUE.equals(row.get(2 * i + 1))) {
          found.add((String) row.get(2 * i));
        }
      }
      boolean few = found.size() <= MOST && found.stream().allMatch(t -> t.length() <= LONGEST);
      known.put(new Where(from, matches.get(i)), few ? Set.copyOf(found) : Set.of());
    }
  }

  /** Texts and whether they match, side by side: engines stop reading when they have enough. */
  private static String query(List<TextMatch> matches, String from) {
    return matches.stream()
        .map(match -> match.value() + ", " + match.call())
        .collect(Collectors.joining(", ", "SELECT ", " FROM " + from + " LIMIT " + LOOKED_AT));
  }
}
