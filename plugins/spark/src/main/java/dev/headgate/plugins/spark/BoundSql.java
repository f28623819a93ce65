package dev.headgate.plugins.spark;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement with its named parameters ({@code :day}) put in as literals. Spark 4.1 binds
 * parameters in its own parser only, which Iceberg's extensions replace. A literal's type follows
 * from the text: a date (2001-06-30), a whole number without leading zeros, a decimal number, true
 * or false, else text; {@code CAST(:code AS STRING)} says otherwise. A parameter that the release
 * was not given is NULL.
 *
 * @param original as written
 * @param text for Spark
 * @param missing the names that were not given
 */
record BoundSql(String original, String text, Set<String> missing, List<Replaced> replaced) {
  /** Comments, texts and quoted names are skipped, and so is the cast {@code ::}. */
  private static final Pattern TOKEN =
      Pattern.compile(
          "--[^\\n]*+"
              + "|/\\*.*?\\*/"
              + "|'[^'\\\\]*+(?:\\\\.[^'\\\\]*+)*+'"
              + "|\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\""
              + "|`[^`]*+`"
              + "|::"
              + "|:(?<name>[A-Za-z_]\\w*+)"
              + "|\\$\\{(?<braced>[A-Za-z_][\\w-]*+)}",
          Pattern.DOTALL);

  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9]\\d{0,17})");
  private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9]\\d{0,18})\\.\\d{1,18}");

  /** A parameter's end in the text for Spark, and how much longer than as written all is there. */
  record Replaced(int end, int longer) {}

  static BoundSql of(String sql, Map<String, String> given) {
    return of(sql, given, false);
  }

  /** To look at, not to run: {@code ${name}} is a parameter, too. */
  static BoundSql toLookAt(String sql, Map<String, String> given) {
    return of(sql, given, true);
  }

  private static BoundSql of(String sql, Map<String, String> given, boolean braces) {
    StringBuilder text = new StringBuilder();
    Set<String> missing = new LinkedHashSet<>();
    List<Replaced> replaced = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(sql);
    while (matcher.find()) {
      String name = matcher.group("name");
      if (name == null && braces) {
        name = matcher.group("braced");
      }
      if (name != null) {
        String value = given.get(name);
        if (value == null) {
          missing.add(name);
        }
        matcher.appendReplacement(text, "");
        text.append(value == null ? "NULL" : literal(value));
        replaced.add(new Replaced(text.length(), text.length() - matcher.end()));
      }
    }
    matcher.appendTail(text);
    return new BoundSql(sql, text.toString(), missing, replaced);
  }

  static BoundSql plain(String sql) {
    return new BoundSql(sql, sql, Set.of(), List.of());
  }

  static String literal(String value) {
    if (WHOLE.matcher(value).matches() && !value.equals("-0")) {
      return value.length() > 9 ? value + "L" : value;
    }
    if (DECIMAL.matcher(value).matches() || value.equals("true") || value.equals("false")) {
      return value;
    }
    String text = "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'";
    return isDate(value) ? "DATE" + text : text;
  }

  private static boolean isDate(String value) {
    if (!DATE.matcher(value).matches()) {
      return false;
    }
    try {
      return LocalDate.parse(value) != null;
    } catch (DateTimeException e) {
      return false;
    }
  }

  /** A place in what was written, counted from 1. */
  record Place(int line, int column) {
    @Override
    public String toString() {
      return line + ":" + column;
    }
  }

  /** Where a line and column in the text for Spark, counted from 1, are in what was written. */
  Place place(int line, int column) {
    int start = 0;
    for (int i = 1; i < line; i++) {
      start = text.indexOf('\n', start) + 1;
    }
    return place(start + column - 1);
  }

  /** Where an offset in the text for Spark is in what was written. */
  Place place(int offset) {
    int longer = 0;
    for (Replaced parameter : replaced) {
      if (parameter.end() <= offset) {
        longer = parameter.longer();
      }
    }
    String before =
        original.substring(0, Math.max(0, Math.min(offset - longer, original.length())));
    int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
    return new Place(line, before.length() - before.lastIndexOf('\n'));
  }
}
