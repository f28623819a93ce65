package dev.headgate.plugins.checks;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Spark's SQL as H2 understands it, where the two differ. */
final class SparkText {
  private static final Pattern SPECIAL =
      Pattern.compile(
          "`[^`]*`|'(?<text>(?:[^'\\\\]|\\\\.)*)'|(?<number>\\d+\\.\\d+(E-?\\d+)?)(?<type>[DF])\\b");
  private static final Pattern QUANTILES =
      Pattern.compile("approx_percentile\\((\\S+), array\\(([^)]*)\\)\\)");

  private SparkText() {}

  static String forH2(String sql) {
    Matcher quantiles = QUANTILES.matcher(sql);
    String ranked =
        quantiles.replaceAll(m -> Matcher.quoteReplacement(ranked(m.group(1), m.group(2))));
    Matcher special = SPECIAL.matcher(ranked);
    StringBuilder translated = new StringBuilder();
    while (special.find()) {
      special.appendReplacement(translated, Matcher.quoteReplacement(plain(special)));
    }
    return special.appendTail(translated).toString();
  }

  private static String plain(Matcher special) {
    if (special.group("number") != null) {
      String type = special.group("type").equals("F") ? "REAL" : "DOUBLE";
      return "CAST(" + special.group("number") + " AS " + type + ")";
    }
    String text = special.group("text");
    return text == null ? special.group() : text(text);
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
