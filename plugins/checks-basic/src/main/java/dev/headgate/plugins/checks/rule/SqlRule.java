package dev.headgate.plugins.checks.rule;

import dev.headgate.model.release.Finding.Evidence;
import dev.headgate.model.release.Finding.Source;
import dev.headgate.plugins.checks.compare.Comparison;
import dev.headgate.plugins.checks.compare.Decimals;
import dev.headgate.plugins.checks.compare.Quantity;
import dev.headgate.plugins.checks.metric.Answers;
import dev.headgate.plugins.checks.sql.Asking;
import dev.headgate.spi.PluginException;

/**
 * {@code sql}: a query that answers with one row of one number or truth value. A null meets no
 * expectation, so the check fails.
 */
record SqlRule(String query, Comparison comparison, Asking asking) implements Rule {
  /**
   * In the query {@code {object}} stands for the dataset, and {@code {property}} for the column.
   */
  static SqlRule of(Settings settings, Asking asking) {
    String query =
        settings.text("query").orElseThrow(() -> new PluginException("expected a query"));
    String sql = query.replace("{object}", settings.table().sql());
    if (sql.contains("{property}")) {
      sql = sql.replace("{property}", settings.column().sql());
    }
    return new SqlRule(sql, settings.comparison(), asking);
  }

  @Override
  public Judgement judge(Answers answers) throws InterruptedException {
    Quantity value = quantity(asking.row(query, 1).get(0));
    Evidence evidence = new Evidence(Source.QUERY, true);
    return Judgement.of(Measured.of(comparison, value, value.number(), "", "", "", evidence));
  }

  private static Quantity quantity(Object value) {
    if (value == null) {
      return new Quantity.Nothing();
    }
    if (value instanceof Boolean flag) {
      return new Quantity.Flag(flag);
    }
    if (value instanceof Number number) {
      return new Quantity.Numeric(Decimals.of(number, "the query's answer"));
    }
    // The value may be of a classified column.
    throw new PluginException(
        "the query returned neither a number nor a truth value; expected a number, true or false");
  }
}
