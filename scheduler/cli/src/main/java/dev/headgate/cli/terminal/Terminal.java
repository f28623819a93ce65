package dev.headgate.cli.terminal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;

/**
 * Where to print. Answers go to standard output, everything about the way there to standard error.
 *
 * @param interactive whether a person watches
 * @param width in columns; 0 where it is not known
 */
public record Terminal(PrintStream out, PrintStream err, boolean interactive, int width) {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /** The terminal of this process; the launcher says what it is like. */
  public static Terminal ofProcess() {
    String columns = System.getenv("COLUMNS");
    boolean known = columns != null && columns.matches("\\d{1,5}");
    return new Terminal(
        System.out,
        System.err,
        "1".equals(System.getenv("HEADGATE_INTERACTIVE")),
        known ? Integer.parseInt(columns) : 0);
  }

  /** Text as its lines; what a terminal would obey in it is shown instead. */
  public void line(String text) {
    out.println(Visible.lines(text));
  }

  /** The same, about the way to the answer. */
  public void note(String text) {
    err.println(Visible.lines(text));
  }

  public void json(JsonNode value) {
    try {
      out.println(JSON.writeValueAsString(value));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A line that one progress replaces by the next. */
  public ProgressLine progress() {
    return new ProgressLine(this);
  }
}
