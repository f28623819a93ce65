package dev.headgate.plugins.checks.metric;

import dev.headgate.plugins.checks.table.Column;
import dev.headgate.plugins.checks.table.Table;
import java.util.List;
import java.util.Optional;

/** The rows in which a column is null. */
public record Nulls(Column column) implements Metric.Aggregate {
  @Override
  public String expression() {
    return "count(*) - count(" + column.sql() + ")";
  }

  @Override
  public Optional<Object> known(Table table) {
    if (column.nulls().isPresent()) {
      return Optional.of(column.nulls().getAsLong());
    }
    return table.rows().equals(java.util.OptionalLong.of(0)) ? Optional.of(0L) : Optional.empty();
  }

  @Override
  public boolean addsUp(List<String> key) {
    return true;
  }
}
