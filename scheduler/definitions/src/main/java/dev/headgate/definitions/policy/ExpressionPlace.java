package dev.headgate.definitions.policy;

import dev.headgate.definitions.yaml.At;
import dev.headgate.definitions.yaml.Yaml;

/**
 * Finds where in a file a character of a YAML text is written, whatever its style: YAML folds lines
 * and takes indentation away, but leaves what is not white space in its order.
 */
final class ExpressionPlace {
  private final String file;
  private final int[] text;

  /**
   * Places in a file.
   *
   * @param text the whole file
   */
  ExpressionPlace(String file, String text) {
    this.file = file;
    this.text = text.codePoints().toArray();
  }

  /** The place of a line and column of the scalar's text, both from 1. */
  At of(Yaml.Scalar scalar, int line, int column) {
    int[] value = scalar.text().codePoints().toArray();
    int wanted = offset(value, line, column);
    int before = 0;
    for (int i = 0; i < Math.min(wanted, value.length); i++) {
      before += Character.isWhitespace(value[i]) ? 0 : 1;
    }
    Cursor cursor = new Cursor(start(scalar.at()));
    for (int i = 0; i < before; i++) {
      cursor.next();
    }
    // The end of the text is right behind its last character, not where the next thing begins.
    boolean atEnd = wanted >= value.length && before > 0;
    return at(atEnd ? cursor.position : cursor.nextVisible());
  }

  private static int offset(int[] value, int line, int column) {
    int offset = 0;
    for (int l = 1; l < line && offset < value.length; offset++) {
      l += value[offset] == '\n' ? 1 : 0;
    }
    return offset + column - 1;
  }

  private int start(At at) {
    int offset = 0;
    for (int l = 1; l < at.line() && offset < text.length; offset++) {
      l += text[offset] == '\n' ? 1 : 0;
    }
    return Math.min(text.length, offset + at.column() - 1);
  }

  private At at(int position) {
    int line = 1;
    int lineStart = 0;
    for (int i = 0; i < Math.min(position, text.length); i++) {
      if (text[i] == '\n') {
        line++;
        lineStart = i + 1;
      }
    }
    return new At(file, line, position - lineStart + 1);
  }

  /** Walks over what is not white space, as the style writes it. */
  private final class Cursor {
    private final int style;
    private int position;

    Cursor(int start) {
      this.position = start;
      if (peek() == '&') {
        while (position < text.length && !Character.isWhitespace(text[position])) {
          position++;
        }
        position = nextVisible();
      }
      this.style = peek();
      if (style == '|' || style == '>') {
        while (position < text.length && text[position] != '\n') {
          position++;
        }
      } else if (style == '\'' || style == '"') {
        position++;
      }
    }

    private int peek() {
      return position < text.length ? text[position] : 0;
    }

    int nextVisible() {
      int next = position;
      while (next < text.length && Character.isWhitespace(text[next])) {
        next++;
      }
      return Math.min(next, text.length);
    }

    void next() {
      position = nextVisible();
      boolean escaped =
          (style == '"' && peek() == '\\')
              || (style == '\''
                  && peek() == '\''
                  && position + 1 < text.length
                  && text[position + 1] == '\'');
      position = Math.min(text.length, position + (escaped ? 2 : 1));
    }
  }
}
