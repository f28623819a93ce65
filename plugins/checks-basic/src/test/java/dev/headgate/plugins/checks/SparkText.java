package dev.headgate.plugins.checks;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Spark's SQL as H2 understands it, where the two differ. */
final class SparkText {
  private static final Pattern QUOTED = Pattern.compile("`[^`]*`|'((?:[^'\\\\]|\\\\.)*)'");
  private static final Pattern QUANTILES =
      Pattern.compile("approx_percentile\\((\\S+), array\\(([^)]*)\\)\\)");

  private SparkText() {}

  static String forH2(String sql) {
    Matcher quantiles = QUANTILES.matcher(sql);
    String ranked =
        quantiles.replaceAll(m -> Matcher.quoteReplacement(ranked(m.group(1), m.group(2))));
    return QUOTED
        .matcher(ranked)
        .replaceAll(
            m -> Matcher.quoteReplacement(m.group(1) == null ? m.group() : text(m.group(1))));
  }

  /** A backslash begins an escape in Spark, and is a backslash in H2. */
  private static String text(String escaped) {
    return "'" + escaped.replaceAll("\\\\(.)", "$1").replace("'", "''") + "'";
  }

  private static String ranked(String column, String ranks) {
    return Arrays.stream(ranks.split(", "))
        .map(r -> "percentile_disc(" + r + ") WITHIN GROUP (ORDER BY " + column + ")")
        .collect(Collectors.joining(", ", "ARRAY[", "]"));
  }
}
