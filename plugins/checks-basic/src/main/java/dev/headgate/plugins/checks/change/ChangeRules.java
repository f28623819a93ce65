package dev.headgate.plugins.checks.change;

import dev.headgate.plugins.checks.rule.Rule;
import dev.headgate.plugins.checks.rule.Settings;
import java.time.Instant;

/** Reads the rules on changes. */
public final class ChangeRules {
  private ChangeRules() {}

  /** {@code rowCountChange}. */
  public static Rule rowCountChange(Settings settings, Before before) {
    return RowCountChange.of(settings, before);
  }

  /** {@code nullShareChange}. */
  public static Rule nullShareChange(Settings settings, Before before) {
    return NullShareChange.of(settings, before);
  }

  /** {@code distributionDrift}. */
  public static Rule distributionDrift(Settings settings, Before before) {
    return Drift.of(settings, before);
  }

  /** {@code freshness}. */
  public static Rule freshness(Settings settings, Instant now) {
    return Freshness.of(settings, now);
  }
}
