package dev.headgate.cli.terminal;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Text in UTF-8 that comes in pieces, shown as {@link Visible} says; tabs and lines stay. */
public final class VisibleBytes extends OutputStream {
  private static final int C1_LEAD = 0xc2;

  private final PrintStream out;
  private boolean lead;

  /** Shows on this stream, which stays open. */
  public VisibleBytes(PrintStream out) {
    this.out = out;
  }

  @Override
  public void write(int b) {
    int unsigned = b & 0xff;
    if (lead && unsigned >= 0x80 && unsigned < 0xa0) {
      lead = false;
      show(unsigned);
      return;
    }
    end();
    if (unsigned == C1_LEAD) {
      lead = true;
    } else if ((unsigned < ' ' && unsigned != '\n' && unsigned != '\t') || unsigned == 0x7f) {
      show(unsigned);
    } else {
      out.write(unsigned);
    }
  }

  /** The first byte of something else. */
  private void end() {
    if (lead) {
      lead = false;
      out.write(C1_LEAD);
    }
  }

  @Override
  public void flush() {
    out.flush();
  }

  private void show(int control) {
    out.writeBytes(Visible.inLine(Character.toString(control)).getBytes(StandardCharsets.US_ASCII));
  }
}
