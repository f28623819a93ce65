package dev.headgate.definitions.yaml;

import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * One mistake in a definition, where it is and what was expected.
 *
 * @param file its path, with {@code /}, relative to the folder of the definitions
 * @param line from 1
 * @param column from 1
 * @param message one line for a person: whatever it quotes, line breaks and control characters
 *     (that could forge lines of a log, or move a terminal's cursor) become a space
 */
public record Problem(String file, int line, int column, String message)
    implements Comparable<Problem> {
  private static final Comparator<Problem> ORDER =
      Comparator.comparing(Problem::file)
          .thenComparing(Problem::line)
          .thenComparing(Problem::column)
          .thenComparing(Problem::message);

  private static final Pattern BREAKS = Pattern.compile("[\\p{Cc}\\u2028\\u2029]+");

  public Problem {
    if (line < 1 || column < 1) {
      throw new IllegalArgumentException("lines and columns count from 1");
    }
    message = BREAKS.matcher(message).replaceAll(" ");
  }

  @Override
  public int compareTo(Problem other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return file + ":" + line + ":" + column + ": " + message;
  }
}
