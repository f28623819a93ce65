package dev.headgate.plugins.checks.change;

import dev.headgate.plugins.checks.compare.Comparison;
import dev.headgate.plugins.checks.compare.Quantity;
import dev.headgate.plugins.checks.metric.Answers;
import dev.headgate.plugins.checks.metric.Metric;
import dev.headgate.plugins.checks.metric.Rows;
import dev.headgate.plugins.checks.rule.Measured;
import dev.headgate.plugins.checks.rule.Rule;
import dev.headgate.plugins.checks.rule.Settings;
import dev.headgate.plugins.checks.rule.Unit;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * {@code rowCountChange}: by how many rows there are more than before, or by how many percent of
 * those before; below zero if there are fewer.
 */
record RowCountChange(Unit unit, Comparison comparison, Before before) implements Rule {
  private static final Metric.Of NOW = new Rows().now();
  private static final Metric.Of THEN = new Rows().before();

  static RowCountChange of(Settings settings, Before before) {
    return new RowCountChange(Unit.of(settings), settings.comparison(), before);
  }

  @Override
  public List<Metric.Of> needs() {
    return List.of(NOW, THEN);
  }

  @Override
  public Judgement judge(Answers answers) {
    if (before.sql().isEmpty()) {
      return Judgement.skipped(Before.NONE);
    }
    long now = answers.count(NOW);
    long then = answers.count(THEN);
    if (unit == Unit.PERCENT && then == 0) {
      return Judgement.skipped("there were no rows before, so there is no share of them");
    }
    BigDecimal change =
        switch (unit) {
          case ROWS -> BigDecimal.valueOf(now - then);
          case PERCENT -> Unit.percent(now - then, then);
        };
    return Judgement.of(
        Measured.of(
            comparison,
            new Quantity.Numeric(change),
            Optional.of(change),
            unit.suffix(),
            "change in rows, from " + then + " to " + now,
            "",
            answers.evidence(NOW, THEN)));
  }
}
