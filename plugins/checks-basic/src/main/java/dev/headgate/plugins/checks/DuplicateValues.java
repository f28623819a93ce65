package dev.headgate.plugins.checks;

import dev.headgate.spi.KeySpec;
import java.util.List;
import java.util.stream.Collectors;

/**
 * {@code duplicateValues}: the rows too many, that is for each value (or combination of values) all
 * of its rows but one. As in a unique constraint of SQL, a row with a null in these columns
 * duplicates none.
 */
final class DuplicateValues implements Metric {
  static final List<KeySpec> KEYS =
      List.of(
          Columns.COLUMN,
          Columns.PROPERTY,
          Columns.ARGUMENTS,
          KeySpec.optional("unit", KeySpec.Type.STRING, "rows or percent"));

  @Override
  public Measurement measure(One request) throws InterruptedException {
    Unit unit = Unit.of(request);
    List<String> columns = Columns.all(request);
    List<String> quoted = columns.stream().map(Sql::quoted).toList();
    String complete =
        quoted.stream().map(c -> c + " IS NOT NULL").collect(Collectors.joining(" AND "));
    String sql =
        "SELECT coalesce(sum(headgate_rows), 0), coalesce(sum(headgate_extra), 0) FROM (SELECT"
            + " count(*) AS headgate_rows, CASE WHEN "
            + complete
            + " THEN count(*) - 1 ELSE 0 END AS headgate_extra FROM "
            + Sql.quoted(request.dataset())
            + " GROUP BY "
            + String.join(", ", quoted)
            + ") AS headgate_groups";
    List<Object> row = Sql.row(request, sql, 2);
    return unit.measurement(
        "duplicates in " + String.join(", ", columns),
        Sql.count(row.get(1)),
        Sql.count(row.get(0)));
  }
}
