package dev.headgate.plugins.checks;

import dev.headgate.model.check.CheckSpec;
import dev.headgate.plugins.checks.change.Before;
import dev.headgate.plugins.checks.change.ChangeRules;
import dev.headgate.plugins.checks.rule.RowRules;
import dev.headgate.plugins.checks.rule.Rule;
import dev.headgate.plugins.checks.rule.Settings;
import dev.headgate.plugins.checks.sql.Asking;
import dev.headgate.plugins.checks.table.Table;
import dev.headgate.spi.Check;
import dev.headgate.spi.PluginException;

/** Reads rules by their type. */
final class Rules {
  private final Table table;
  private final Check.Request request;
  private final Asking asking;

  Rules(Table table, Check.Request request, Asking asking) {
    this.table = table;
    this.request = request;
    this.asking = asking;
  }

  /**
   * Reads one.
   *
   * @throws PluginException if it is wrong, or does not fit the table
   */
  Rule read(CheckSpec rule) {
    Settings settings = new Settings(rule.settings(), table);
    Before before = new Before(request.base(), table.sql(), asking);
    return switch (rule.type()) {
      case "rowCount" -> RowRules.rowCount(settings);
      case "nullValues" -> RowRules.nullValues(settings);
      case "missingValues" -> RowRules.missingValues(settings);
      case "invalidValues" -> RowRules.invalidValues(settings);
      case "duplicateValues" -> RowRules.duplicateValues(settings);
      case "relationship" -> RowRules.relationship(settings);
      case "sql" -> RowRules.sql(settings, asking);
      case "rowCountChange" -> ChangeRules.rowCountChange(settings, before);
      case "nullShareChange" -> ChangeRules.nullShareChange(settings, before);
      case "distributionDrift" -> ChangeRules.distributionDrift(settings, before);
      case "freshness" -> ChangeRules.freshness(settings, request.now());
      default -> throw new PluginException("there are no checks of type " + rule.type());
    };
  }
}
