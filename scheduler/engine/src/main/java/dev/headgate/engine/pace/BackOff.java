package dev.headgate.engine.pace;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/** How long to wait after failures: doubled each time, up to a maximum, spread by a fifth. */
public final class BackOff {
  private static final double SPREAD = 0.2;
  private static final int MOST_DOUBLINGS = 30;

  private final Duration base;
  private final Duration max;
  private final DoubleSupplier random;

  /**
   * @param random gives values from 0 to 1
   */
  public BackOff(Duration base, Duration max, DoubleSupplier random) {
    this.base = base;
    this.max = max;
    this.random = random;
  }

  /** The wait after so many failures in a row, from 1. */
  public Duration after(int failures) {
    long factor = 1L << Math.min(Math.max(failures, 1) - 1, MOST_DOUBLINGS);
    double millis = Math.min((double) base.toMillis() * factor, (double) max.toMillis());
    double spread = 1 - SPREAD + 2 * SPREAD * random.getAsDouble();
    return Duration.ofMillis(Math.round(millis * spread));
  }
}
