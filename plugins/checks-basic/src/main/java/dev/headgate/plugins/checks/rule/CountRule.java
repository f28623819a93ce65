package dev.headgate.plugins.checks.rule;

import dev.headgate.model.release.Finding.Evidence;
import dev.headgate.plugins.checks.compare.Comparison;
import dev.headgate.plugins.checks.compare.Quantity;
import dev.headgate.plugins.checks.metric.Answers;
import dev.headgate.plugins.checks.metric.Metric;
import dev.headgate.plugins.checks.metric.Rows;
import dev.headgate.spi.Check;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * So many rows, or so great a share of them, may be of some sort. The count is what is kept, so
 * that it can be added to.
 *
 * @param metric counts them
 * @param what they are called in messages
 * @param note said at the end of messages; may be empty
 * @param breaking a query for them, the worst first; empty where no row is wrong by itself
 */
record CountRule(
    Metric metric,
    Unit unit,
    Comparison comparison,
    String what,
    String note,
    Optional<String> breaking)
    implements Rule {
  @Override
  public List<Metric.Of> needs() {
    return unit == Unit.ROWS ? List.of(metric.now()) : List.of(metric.now(), new Rows().now());
  }

  @Override
  public Optional<Metric> kept() {
    return Optional.of(metric);
  }

  @Override
  public Judgement judge(Answers answers) {
    Evidence evidence = answers.evidence(needs().toArray(Metric.Of[]::new));
    long count = answers.count(metric.now());
    long rows = unit == Unit.ROWS ? 0 : answers.count(new Rows().now());
    Quantity compared = unit.quantity(count, rows);
    Check.Result.Measured result =
        Measured.of(
            comparison,
            compared,
            Optional.of(BigDecimal.valueOf(count)),
            unit.suffix(),
            unit.fraction(count, rows) + what,
            note,
            evidence);
    return new Judgement(result, breaking.filter(q -> comparison.isExceededBy(compared)));
  }
}
