package dev.headgate.server.quartz;

import dev.headgate.model.product.Definitions;

/** The cron conditions of all products. */
public interface Schedules {
  /**
   * Refuses, with {@code INVALID_DEFINITION}, definitions with a schedule that cannot be followed.
   */
  void check(Definitions definitions);

  /** Makes the schedules those of the definitions that hold; what did not change stays as it is. */
  void synchronise();
}
