package dev.headgate.plugins.checks.metric;

import dev.headgate.plugins.checks.table.Column;
import dev.headgate.plugins.checks.table.Table;
import java.util.List;
import java.util.Optional;

/** The greatest value of a column of dates or times; its text, where metadata tells it. */
public record Newest(Column column) implements Metric.Aggregate {
  @Override
  public String expression() {
    return "max(" + column.sql() + ")";
  }

  @Override
  public Optional<Object> known(Table table) {
    return column.upper().map(text -> text);
  }

  @Override
  public boolean addsUp(List<String> key) {
    return false;
  }
}
