package dev.headgate.plugins.checks;

import dev.headgate.spi.KeySpec;
import dev.headgate.spi.PluginException;
import java.util.List;
import java.util.Map;

/**
 * {@code sql}: a query that answers with one row of one number or truth value. In it {@code
 * {object}} stands for the dataset, and {@code {property}} for the check's column. A null meets no
 * expectation, so the check fails.
 */
final class SqlMetric implements Metric {
  static final List<KeySpec> KEYS =
      List.of(
          KeySpec.required("query", KeySpec.Type.STRING, "a query with one row and one column"),
          Columns.COLUMN,
          Columns.PROPERTY);

  @Override
  public Measurement measure(One request) throws InterruptedException {
    Map<String, Object> settings = request.spec().settings();
    if (!(settings.get("query") instanceof String query)) {
      throw new PluginException("expected a query");
    }
    String sql = query.replace("{object}", Sql.quoted(request.dataset()));
    if (sql.contains("{property}")) {
      sql = sql.replace("{property}", Sql.quoted(Columns.one(request)));
    }
    Object value = Sql.row(request, sql, 1).get(0);
    return new Measurement(Values.measured(value), "", "");
  }
}
