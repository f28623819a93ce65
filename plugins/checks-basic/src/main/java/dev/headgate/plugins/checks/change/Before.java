package dev.headgate.plugins.checks.change;

import dev.headgate.plugins.checks.rule.Rule;
import dev.headgate.plugins.checks.sql.Asking;
import dev.headgate.plugins.checks.table.Column;
import dev.headgate.spi.PluginException;
import java.util.Optional;

/**
 * The state that changes are measured against.
 *
 * @param sql as a table in SQL; empty where there is none
 * @param now the state that is judged, in SQL
 */
public record Before(Optional<String> sql, String now, Asking asking) {
  static final String NONE = "there is no state before it to compare with";

  /** The state, which is there. */
  String table() {
    return sql.orElseThrow();
  }

  /** What a failed comparison is: nothing to judge by, if the column is new. */
  Rule.Judgement failed(PluginException failure, Column column) throws InterruptedException {
    String top = column.name().split("\\.", 2)[0];
    if (has(table(), top) || !has(now, top)) {
      throw failure;
    }
    return Rule.Judgement.skipped(
        "the column " + column.name() + " is new: there is nothing to compare with");
  }

  private boolean has(String table, String column) throws InterruptedException {
    return asking.columns("*", table).stream().anyMatch(c -> c.name().equalsIgnoreCase(column));
  }
}
