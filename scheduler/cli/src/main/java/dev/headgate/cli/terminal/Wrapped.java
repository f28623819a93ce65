package dev.headgate.cli.terminal;

import java.util.ArrayList;
import java.util.List;

/** Text broken into lines between words; a word that is too long is broken itself. */
public final class Wrapped {
  private Wrapped() {}

  /** At least one line; {@code width} 0 breaks only where the text does. */
  public static List<String> lines(String text, int width) {
    List<String> lines = new ArrayList<>();
    for (String paragraph : text.split("\n", -1)) {
      String rest = paragraph;
      while (width > 0 && rest.length() > width) {
        int space = rest.lastIndexOf(' ', width);
        int end = space > 0 ? space : width;
        lines.add(rest.substring(0, end));
        rest = rest.substring(end).stripLeading();
      }
      lines.add(rest);
    }
    return lines;
  }
}
