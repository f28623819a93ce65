package dev.headgate.plugins.checks.change;

import dev.headgate.model.release.Finding.Evidence;
import dev.headgate.model.release.Finding.Source;
import dev.headgate.plugins.checks.compare.Comparison;
import dev.headgate.plugins.checks.compare.Decimals;
import dev.headgate.plugins.checks.compare.Quantity;
import dev.headgate.plugins.checks.metric.Answers;
import dev.headgate.plugins.checks.rule.Measured;
import dev.headgate.plugins.checks.rule.Rule;
import dev.headgate.plugins.checks.rule.Settings;
import dev.headgate.plugins.checks.sql.Sql;
import dev.headgate.plugins.checks.table.Column;
import dev.headgate.plugins.checks.table.Kind;
import dev.headgate.spi.PluginException;
import dev.headgate.spi.QueryException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code distributionDrift}: the total variation distance of a column's values from those before,
 * half the sum of what the shares of all buckets differ by: 0 if nothing moved, 1 if nothing is
 * where it was. It is the share of the rows that would have to be in another bucket (Levin, Peres,
 * Wilmer: Markov Chains and Mixing Times, 2nd edition, section 4.1). Unlike the population
 * stability index it is bounded, and needs no invented shares for empty buckets.
 */
record Drift(Column column, int buckets, Comparison comparison, Before before) implements Rule {
  private static final int BUCKETS = 10;
  private static final int MOST_BUCKETS = 100;

  /** The name that engines begin their messages with. */
  private static final Pattern ERROR = Pattern.compile("\\[[A-Z0-9_.]+\\]");

  static Drift of(Settings settings, Before before) {
    Column column = settings.column();
    column.require(
        Set.of(Kind.INTEGER, Kind.DECIMAL, Kind.FLOAT, Kind.DOUBLE, Kind.TEXT, Kind.BOOLEAN),
        "distributionDrift",
        "numbers, texts, or true and false");
    Object buckets = settings.arguments().getOrDefault("buckets", BUCKETS);
    return new Drift(column, buckets(buckets), settings.comparison(), before);
  }

  private static int buckets(Object setting) {
    for (int n = 2; n <= MOST_BUCKETS && setting instanceof Number number; n++) {
      if (Decimals.of(number, "buckets").compareTo(BigDecimal.valueOf(n)) == 0) {
        return n;
      }
    }
    throw new PluginException(
        "buckets: expected a whole number from 2 to " + MOST_BUCKETS + ", but found " + setting);
  }

  @Override
  public Judgement judge(Answers answers) throws InterruptedException {
    if (before.sql().isEmpty()) {
      return Judgement.skipped(Before.NONE);
    }
    try {
      Buckets divided = Buckets.of(column, buckets, before);
      Evidence evidence = new Evidence(Source.QUERY, divided.exact());
      return judged(distance(divided), evidence);
    } catch (PluginException e) {
      return before.failed(e, column);
    }
  }

  private Judgement judged(Optional<BigDecimal> distance, Evidence evidence) {
    Quantity value = distance.<Quantity>map(Quantity.Numeric::new).orElseGet(Quantity.Nothing::new);
    return Judgement.of(
        Measured.of(
            comparison,
            value,
            distance,
            "",
            distance.isPresent()
                ? "total variation distance of " + column.name() + " from before"
                : "distance of " + column.name() + " from before, as one of both has no rows",
            "",
            evidence));
  }

  /** Empty if there are no rows on one side. */
  private Optional<BigDecimal> distance(Buckets divided) throws InterruptedException {
    String bucket = divided.number() + " AS headgate_bucket FROM ";
    String sql =
        "SELECT headgate_state, headgate_bucket, count(*) FROM (SELECT 0 AS headgate_state, "
            + bucket
            + before.table()
            + " UNION ALL SELECT 1 AS headgate_state, "
            + bucket
            + before.now()
            + ") AS headgate_rows GROUP BY headgate_state, headgate_bucket";
    Map<Object, long[]> counts = new HashMap<>();
    long[] rows = new long[2];
    for (List<Object> row : counted(sql)) {
      int state = (int) Sql.count(row.get(0));
      long count = Sql.count(row.get(2));
      counts.computeIfAbsent(Sql.count(row.get(1)), b -> new long[2])[state] += count;
      rows[state] += count;
    }
    if (rows[0] == 0 || rows[1] == 0) {
      return Optional.empty();
    }
    BigDecimal sum = BigDecimal.ZERO;
    for (long[] count : counts.values()) {
      sum = sum.add(share(count[1], rows[1]).subtract(share(count[0], rows[0])).abs());
    }
    return Optional.of(sum.divide(BigDecimal.valueOf(2), MathContext.DECIMAL64));
  }

  /** Engines quote the statements that they refuse, and this one quotes values of before. */
  private List<List<Object>> counted(String sql) throws InterruptedException {
    try {
      return before.asking().rows(sql, 2 * (buckets + 2)).rows();
    } catch (QueryException e) {
      String then = type(before.table());
      String now = type(before.now());
      Matcher name = ERROR.matcher(String.valueOf(e.getMessage()));
      throw new PluginException(
          "the values of "
              + column.name()
              + " could not be counted as those before were"
              + (then.equals(now) ? "" : ": its type was " + then + ", and is " + now)
              + (name.lookingAt() ? ": " + name.group() : ""));
    }
  }

  private String type(String state) throws InterruptedException {
    return before.asking().columns(column.sql(), state).get(0).type();
  }

  private static BigDecimal share(long part, long total) {
    return BigDecimal.valueOf(part).divide(BigDecimal.valueOf(total), MathContext.DECIMAL64);
  }
}
