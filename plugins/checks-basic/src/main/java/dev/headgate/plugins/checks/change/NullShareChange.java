package dev.headgate.plugins.checks.change;

import dev.headgate.plugins.checks.compare.Comparison;
import dev.headgate.plugins.checks.compare.Quantity;
import dev.headgate.plugins.checks.metric.Answers;
import dev.headgate.plugins.checks.metric.Metric;
import dev.headgate.plugins.checks.metric.Nulls;
import dev.headgate.plugins.checks.metric.Rows;
import dev.headgate.plugins.checks.rule.Measured;
import dev.headgate.plugins.checks.rule.Rule;
import dev.headgate.plugins.checks.rule.Settings;
import dev.headgate.plugins.checks.rule.Unit;
import dev.headgate.plugins.checks.table.Column;
import dev.headgate.spi.PluginException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * {@code nullShareChange}: by how many percentage points more of the rows have null in the column
 * than before; below zero if fewer have.
 */
record NullShareChange(Column column, Comparison comparison, Before before) implements Rule {
  static NullShareChange of(Settings settings, Before before) {
    return new NullShareChange(settings.column(), settings.comparison(), before);
  }

  @Override
  public List<Metric.Of> needs() {
    Nulls nulls = new Nulls(column);
    return List.of(nulls.now(), new Rows().now(), nulls.before(), new Rows().before());
  }

  @Override
  public Judgement judge(Answers answers) throws InterruptedException {
    if (before.sql().isEmpty()) {
      return Judgement.skipped(Before.NONE);
    }
    BigDecimal now = Unit.percent(count(answers, 0), count(answers, 1));
    long rowsThen;
    long nullsThen;
    try {
      nullsThen = count(answers, 2);
      rowsThen = count(answers, 3);
    } catch (PluginException e) {
      return before.failed(e, column);
    }
    if (rowsThen == 0) {
      return Judgement.skipped("there were no rows before, so there was no share of them");
    }
    BigDecimal then = Unit.percent(nullsThen, rowsThen);
    BigDecimal change = now.subtract(then);
    return Judgement.of(
        Measured.of(
            comparison,
            new Quantity.Numeric(change),
            Optional.of(change),
            "",
            "percentage points more nulls in "
                + column.name()
                + ", from "
                + new Quantity.Numeric(then).told()
                + " % to "
                + new Quantity.Numeric(now).told()
                + " %",
            "",
            answers.evidence(needs().toArray(Metric.Of[]::new))));
  }

  private long count(Answers answers, int need) {
    return answers.count(needs().get(need));
  }
}
