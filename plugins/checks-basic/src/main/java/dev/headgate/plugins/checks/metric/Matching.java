package dev.headgate.plugins.checks.metric;

import dev.headgate.plugins.checks.table.Table;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The rows for which a condition holds.
 *
 * @param impossible whether metadata proves that it holds for none
 * @param matches the matches against regular expressions in the condition
 */
public record Matching(String condition, boolean impossible, List<TextMatch> matches)
    implements Metric.Aggregate {
  public Matching {
    matches = List.copyOf(matches);
  }

  @Override
  public String expression() {
    return "count(*) FILTER (WHERE " + condition + ")";
  }

  @Override
  public Optional<Object> known(Table table) {
    boolean none = impossible || table.rows().equals(OptionalLong.of(0));
    return none ? Optional.of(0L) : Optional.empty();
  }

  @Override
  public boolean addsUp(List<String> key) {
    return true;
  }
}
