package dev.headgate.plugins.checks.metric;

import dev.headgate.plugins.checks.table.Table;
import java.util.List;
import java.util.Optional;

/** The number of rows. */
public record Rows() implements Metric.Aggregate {
  @Override
  public String expression() {
    return "count(*)";
  }

  @Override
  public Optional<Object> known(Table table) {
    return table.rows().isPresent() ? Optional.of(table.rows().getAsLong()) : Optional.empty();
  }

  @Override
  public boolean addsUp(List<String> key) {
    return true;
  }
}
