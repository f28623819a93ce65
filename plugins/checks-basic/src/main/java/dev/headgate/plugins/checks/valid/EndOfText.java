package dev.headgate.plugins.checks.valid;

import java.util.regex.Pattern;

/**
 * The {@code $} of regular expressions. ECMA's, that ODCS means, is the end of the text; Java's is
 * also where a last line ends before it, so that {@code ^a$} would be found in "a" with a line feed
 * behind it. In Java the end of the text is {@code \z}.
 */
final class EndOfText {
  /** A group or the rest of an expression in which {@code $} is the end of each line. */
  private static final Pattern LINES =
      Pattern.compile("\\(\\?[a-zA-Z]*m[a-zA-Z]*(-[a-zA-Z]*)?[:)]");

  private EndOfText() {}

  /** The same expression for Java; as it is where it says that it is about lines. */
  static String inJava(String pattern) {
    if (LINES.matcher(pattern).find()) {
      return pattern;
    }
    StringBuilder java = new StringBuilder();
    int depth = 0;
    int at = 0;
    while (at < pattern.length()) {
      int length = length(pattern, at);
      char first = pattern.charAt(at);
      String part = pattern.substring(at, at + length);
      if (first == '[') {
        depth++;
      } else if (first == ']' && depth > 0) {
        depth--;
      }
      java.append(part.equals("$") && depth == 0 ? "\\z" : part);
      at += length;
    }
    return java.toString();
  }

  /** Of what belongs together: an escape, a quotation, the beginning of a class, or a character. */
  private static int length(String pattern, int at) {
    if (pattern.startsWith("\\Q", at)) {
      int end = pattern.indexOf("\\E", at + 2);
      return (end < 0 ? pattern.length() : end + 2) - at;
    }
    int length = 1;
    if (pattern.charAt(at) == '\\') {
      length = pattern.startsWith("\\c", at) ? 3 : 2;
    } else if (pattern.charAt(at) == '[') {
      length = pattern.startsWith("[^", at) ? 2 : 1;
      // A bracket that closes nothing yet is one of the characters.
      length += pattern.startsWith("]", at + length) ? 1 : 0;
    }
    return Math.min(length, pattern.length() - at);
  }
}
