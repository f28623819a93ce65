package dev.headgate.plugins.checks.rule;

import dev.headgate.plugins.checks.metric.Duplicates;
import dev.headgate.plugins.checks.metric.Orphans;
import dev.headgate.plugins.checks.table.Column;
import dev.headgate.plugins.checks.table.Table;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Queries for the rows that break a rule: all columns, in an order that is always the same. */
final class Breaking {
  private Breaking() {}

  /** The rows for which a condition holds. */
  static String where(Table table, String condition, List<String> order) {
    return "SELECT * FROM "
        + table.sql()
        + " WHERE "
        + condition
        + sorted(Stream.concat(order.stream(), table.order().stream()).distinct().toList());
  }

  /** The most frequent combination first. */
  static String duplicates(Table table, Duplicates metric) {
    String same =
        metric.columns().stream()
            .map(c -> "headgate_self." + c.sql() + " = headgate_groups." + metric.alias(c))
            .collect(Collectors.joining(" AND "));
    Stream<String> columns =
        metric.columns().stream().map(c -> "headgate_groups." + metric.alias(c));
    return "SELECT headgate_self.* FROM "
        + table.sql()
        + " AS headgate_self JOIN ("
        + metric.groups(table.sql(), java.util.Optional.empty())
        + ") AS headgate_groups ON "
        + same
        + sorted(Stream.concat(Stream.of("headgate_groups.headgate_rows DESC"), columns).toList());
  }

  static String orphans(Table table, Orphans metric) {
    List<String> order =
        metric.columns().stream().map(Column::sql).map(c -> Orphans.SELF + "." + c).toList();
    return "SELECT "
        + Orphans.SELF
        + ".* FROM "
        + table.sql()
        + " AS "
        + Orphans.SELF
        + " WHERE "
        + metric.condition()
        + sorted(order);
  }

  private static String sorted(List<String> order) {
    return order.isEmpty() ? "" : " ORDER BY " + String.join(", ", order);
  }
}
