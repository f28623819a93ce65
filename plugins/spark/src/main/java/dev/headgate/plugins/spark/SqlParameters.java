package dev.headgate.plugins.spark;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The named parameters ({@code :day}) of a statement. A value's type follows from its text: a date
 * (2001-06-30), a whole number without leading zeros, a decimal number, true or false, else text;
 * {@code CAST(:code AS STRING)} says otherwise. A parameter that the release was not given is NULL.
 *
 * @param values for Spark, by name
 * @param missing the names that were not given
 */
record SqlParameters(Map<String, Object> values, Set<String> missing) {
  /** Comments, texts and quoted names are skipped, and so is the cast {@code ::}. */
  private static final Pattern TOKEN =
      Pattern.compile(
          "--[^\\n]*"
              + "|/\\*.*?\\*/"
              + "|'[^'\\\\]*+(?:\\\\.[^'\\\\]*+)*+'"
              + "|\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\""
              + "|`[^`]*`"
              + "|::"
              + "|:(?<name>[A-Za-z_]\\w*)",
          Pattern.DOTALL);

  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9]\\d{0,17})");
  private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9]\\d{0,18})\\.\\d{1,18}");

  static SqlParameters of(String sql, Map<String, String> given) {
    Map<String, Object> values = new HashMap<>();
    given.forEach((name, text) -> values.put(name, typed(text)));
    Set<String> missing = new LinkedHashSet<>();
    Matcher matcher = TOKEN.matcher(sql);
    while (matcher.find()) {
      String name = matcher.group("name");
      if (name != null && !values.containsKey(name)) {
        missing.add(name);
        values.put(name, null);
      }
    }
    return new SqlParameters(values, missing);
  }

  static Object typed(String text) {
    if (DATE.matcher(text).matches()) {
      try {
        return LocalDate.parse(text);
      } catch (DateTimeException e) {
        return text;
      }
    }
    if (WHOLE.matcher(text).matches() && !text.equals("-0")) {
      return Long.valueOf(text);
    }
    if (DECIMAL.matcher(text).matches()) {
      return new BigDecimal(text);
    }
    if (text.equals("true") || text.equals("false")) {
      return Boolean.valueOf(text);
    }
    return text;
  }
}
