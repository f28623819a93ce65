package dev.headgate.model.product;

import java.time.ZoneId;
import java.util.List;

/**
 * When a product is built without anyone asking: any of its conditions suffices; none means only on
 * request.
 */
public record Trigger(List<Condition> any) {
  public static final Trigger MANUAL = new Trigger(List.of());

  public Trigger {
    any = List.copyOf(any);
  }

  /** One condition. */
  public sealed interface Condition {}

  /**
   * Inputs from outside the product were promoted (source datasets: committed) since the last
   * release.
   */
  public record Inputs(boolean all) implements Condition {}

  /** A schedule; {@code expression} has five fields (Unix cron), or six or seven (Quartz). */
  public record Cron(String expression, ZoneId zone) implements Condition {}
}
