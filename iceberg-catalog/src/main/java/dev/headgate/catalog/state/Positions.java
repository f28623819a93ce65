package dev.headgate.catalog.state;

/** Numbers of the history. */
public final class Positions {
  /** The {@code to} of what holds now. */
  public static final long OPEN = Long.MAX_VALUE;

  /** As an instant: whatever is newest. */
  public static final long NEWEST = OPEN - 1;

  private Positions() {}
}
