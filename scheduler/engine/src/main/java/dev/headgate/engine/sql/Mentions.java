package dev.headgate.engine.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a text of SQL names something, outside of comments and texts. */
final class Mentions {
  private static final String PART = "(?:[A-Za-z_]\\w*+|`[^`]++`)";
  private static final Pattern TOKEN =
      Pattern.compile(
          "--[^\\n]*+"
              + "|/\\*.*?\\*/"
              + "|'[^'\\\\]*+(?:\\\\.[^'\\\\]*+)*+'"
              + "|\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\""
              + "|(?<name>"
              + PART
              + "(?:\\s*+\\.\\s*+"
              + PART
              + ")*+)",
          Pattern.DOTALL);

  private Mentions() {}

  /** A place in the text, both from 1. */
  record At(int line, int column) {
    boolean isBefore(At other) {
      return line < other.line || (line == other.line && column < other.column);
    }
  }

  /**
   * Where a name is, in order: by itself, with the catalog before it, or with something of it
   * behind.
   */
  static List<At> of(String sql, String name) {
    String wanted = "." + plain(name) + ".";
    List<At> found = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(sql);
    while (matcher.find()) {
      if (matcher.group("name") != null
          && ("." + plain(matcher.group("name")) + ".").contains(wanted)) {
        found.add(at(sql, matcher.start()));
      }
    }
    return found;
  }

  private static String plain(String name) {
    return name.replace("`", "").replaceAll("\\s+", "").toLowerCase(Locale.ROOT);
  }

  private static At at(String sql, int offset) {
    String before = sql.substring(0, offset);
    int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
    return new At(line, before.length() - before.lastIndexOf('\n'));
  }
}
