package dev.headgate.plugins.checks;

import dev.headgate.spi.KeySpec;
import java.util.List;

/** {@code nullValues}: the rows in which a column is null. */
final class NullValues implements Metric {
  static final List<KeySpec> KEYS =
      List.of(
          Columns.COLUMN,
          Columns.PROPERTY,
          KeySpec.optional("unit", KeySpec.Type.STRING, "rows or percent"));

  @Override
  public Measurement measure(One request) throws InterruptedException {
    Unit unit = Unit.of(request);
    String column = Columns.one(request);
    String sql =
        "SELECT count(*), count(" + Sql.quoted(column) + ") FROM " + Sql.quoted(request.dataset());
    List<Object> row = Sql.row(request, sql, 2);
    long total = Sql.count(row.get(0));
    long present = Sql.count(row.get(1));
    return unit.measurement("nulls in " + column, total - present, total);
  }
}
