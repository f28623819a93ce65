package dev.headgate.plugins.checks.metric;

import dev.headgate.plugins.checks.sql.Sql;
import dev.headgate.plugins.checks.table.Column;
import dev.headgate.plugins.checks.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The rows too many: for each combination of values all of its rows but one. As in a unique
 * constraint of SQL, a row with a null in these columns duplicates none.
 */
public record Duplicates(List<Column> columns) implements Metric.Alone {
  public Duplicates {
    columns = List.copyOf(columns);
  }

  @Override
  public String query(String from, Optional<String> where) {
    return "SELECT coalesce(sum(headgate_rows - 1), 0) FROM ("
        + groups(from, where)
        + ") AS headgate_groups";
  }

  /** The combinations that there are more than once, with {@code headgate_rows} each. */
  public String groups(String from, Optional<String> where) {
    String names = columns.stream().map(Column::sql).collect(Collectors.joining(", "));
    List<String> conditions = new ArrayList<>();
    where.ifPresent(w -> conditions.add("(" + w + ")"));
    columns.forEach(c -> conditions.add(c.sql() + " IS NOT NULL"));
    return "SELECT "
        + columns.stream().map(c -> c.sql() + " AS " + alias(c)).collect(Collectors.joining(", "))
        + ", count(*) AS headgate_rows FROM "
        + from
        + " WHERE "
        + Sql.all(conditions)
        + " GROUP BY "
        + names
        + " HAVING count(*) > 1";
  }

  /** What {@link #groups} calls a column. */
  public String alias(Column column) {
    return "headgate_c" + columns.indexOf(column);
  }

  @Override
  public boolean scans() {
    return true;
  }

  @Override
  public Optional<Object> known(Table table) {
    boolean none =
        (table.rows().isPresent() && table.rows().getAsLong() <= 1)
            || columns.stream().anyMatch(Column::isEmpty);
    return none ? Optional.of(0L) : Optional.empty();
  }

  @Override
  public boolean addsUp(List<String> key) {
    return !key.isEmpty()
        && key.stream().allMatch(k -> columns.stream().anyMatch(c -> c.name().equalsIgnoreCase(k)));
  }
}
