package dev.headgate.cli.terminal;

/** How far something is: one live line for a person, a line per change elsewhere. */
public final class ProgressLine implements AutoCloseable {
  private static final String ERASE = "\r\u001b[2K";
  private static final String[] WHEEL = {"|", "/", "-", "\\"};

  private final Terminal terminal;
  private String shown = "";
  private int turns;

  ProgressLine(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Says where it is; may be called often with the same text. */
  public void show(String given) {
    String text = Visible.inLine(given);
    if (terminal.interactive()) {
      turns++;
      terminal.err().print(ERASE + WHEEL[turns % WHEEL.length] + " " + cut(text));
      terminal.err().flush();
    } else if (!text.equals(shown)) {
      terminal.err().println(text);
    }
    shown = text;
  }

  private String cut(String text) {
    int room = terminal.width() - 3;
    return terminal.width() == 0 || text.length() <= room ? text : text.substring(0, room);
  }

  @Override
  public void close() {
    if (terminal.interactive() && !shown.isEmpty()) {
      terminal.err().print(ERASE);
      terminal.err().flush();
    }
  }
}
