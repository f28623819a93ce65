package dev.headgate.cli.terminal;

import java.util.function.IntPredicate;

/**
 * Text that was written by others, as a terminal may be given it: control characters, and what
 * turns the direction of writing, are shown and not obeyed ({@code \n}, {@code \u001b}).
 */
public final class Visible {
  private Visible() {}

  /** Of a cell or anything else that is one line: nothing in it begins another. */
  public static String inLine(String text) {
    return escaped(text, c -> false);
  }

  /** Of lines: what separates them stays, and tabs. */
  public static String lines(String text) {
    return escaped(text.replace("\r\n", "\n"), c -> c == '\n' || c == '\t');
  }

  private static String escaped(String text, IntPredicate kept) {
    if (text.chars().allMatch(c -> !obeyed(c) || kept.test(c))) {
      return text;
    }
    StringBuilder visible = new StringBuilder(text.length() + 16);
    text.chars().forEach(c -> append(visible, (char) c, !obeyed(c) || kept.test(c)));
    return visible.toString();
  }

  private static void append(StringBuilder into, char c, boolean asItIs) {
    if (asItIs) {
      into.append(c);
    } else if (c == '\n') {
      into.append("\\n");
    } else if (c == '\r') {
      into.append("\\r");
    } else if (c == '\t') {
      into.append("\\t");
    } else {
      into.append(String.format("\\u%04x", (int) c));
    }
  }

  /** C0, DEL and C1; separators of lines and paragraphs; embeddings, overrides and isolates. */
  private static boolean obeyed(int c) {
    return Character.isISOControl(c)
        || (c >= 0x2028 && c <= 0x202e)
        || (c >= 0x2066 && c <= 0x2069);
  }
}
