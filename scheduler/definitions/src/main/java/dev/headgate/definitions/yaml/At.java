package dev.headgate.definitions.yaml;

import dev.headgate.model.product.Places;

/** A position in a file, lines and columns from 1. */
public record At(String file, int line, int column) {
  public static At startOf(String file) {
    return new At(file, 1, 1);
  }

  /** The position of {@code text}'s character {@code index}, where the text is a whole file. */
  public static At in(String file, String text, int index) {
    int line = 1;
    int lineStart = 0;
    int end = Math.min(index, text.length());
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      boolean lineBreak =
          c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'));
      if (lineBreak) {
        line++;
        lineStart = i + 1;
      }
    }
    return new At(file, line, text.codePointCount(lineStart, end) + 1);
  }

  public Places.Place toPlace() {
    return new Places.Place(file, line, column);
  }

  /** {@code file:line}, to point at another place in a message. */
  public String place() {
    return file + ":" + line;
  }
}
