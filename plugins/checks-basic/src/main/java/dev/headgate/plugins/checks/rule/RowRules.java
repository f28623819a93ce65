package dev.headgate.plugins.checks.rule;

import dev.headgate.model.product.DatasetName;
import dev.headgate.plugins.checks.metric.Duplicates;
import dev.headgate.plugins.checks.metric.Matching;
import dev.headgate.plugins.checks.metric.Metric;
import dev.headgate.plugins.checks.metric.Nulls;
import dev.headgate.plugins.checks.metric.Orphans;
import dev.headgate.plugins.checks.metric.Rows;
import dev.headgate.plugins.checks.sql.Asking;
import dev.headgate.plugins.checks.table.Column;
import dev.headgate.plugins.checks.table.Table;
import dev.headgate.plugins.checks.valid.Validity;
import dev.headgate.spi.PluginException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads the rules of ODCS: each counts rows, {@code sql} excepted. */
public final class RowRules {
  private RowRules() {}

  /** {@code rowCount}: the rows of the dataset. */
  public static Rule rowCount(Settings settings) {
    Unit unit = Unit.rowsOnly(settings);
    return new CountRule(new Rows(), unit, settings.comparison(), "rows", "", Optional.empty());
  }

  /** {@code nullValues}: the rows in which the column is null. */
  public static Rule nullValues(Settings settings) {
    return nulls(settings, "nulls in ");
  }

  private static Rule nulls(Settings settings, String what) {
    Column column = settings.column();
    String breaking = Breaking.where(settings.table(), column.sql() + " IS NULL", List.of());
    return count(settings, new Nulls(column), what + column.name(), "", breaking);
  }

  /** {@code missingValues}: the rows in which the column is null or one of the values listed. */
  public static Rule missingValues(Settings settings) {
    Column column = settings.column();
    Object values = settings.arguments().get("missingValues");
    if (values == null) {
      throw new PluginException("it lists no values; expected arguments: {missingValues: […]}");
    }
    if (Validity.onlyNullIsMissing(values, column)) {
      return nulls(settings, "missing values in ");
    }
    String missing = Validity.missing(values, column);
    return count(
        settings,
        new Matching(missing, false, List.of()),
        "missing values in " + column.name(),
        "",
        Breaking.where(settings.table(), missing, List.of(column.sql())));
  }

  /** {@code invalidValues}: the rows in which the column has a value that is not valid. */
  public static Rule invalidValues(Settings settings) {
    Column column = settings.column();
    Validity validity = Validity.of(settings.arguments(), column);
    if (!validity.isChecked()) {
      settings.comparison();
      return answers -> Rule.Judgement.skipped(validity.unchecked());
    }
    String invalid = validity.violation();
    return count(
        settings,
        new Matching(invalid, validity.isProven(), validity.matches()),
        "invalid values in " + column.name() + " (valid: " + validity.phrase() + ")",
        validity.unchecked(),
        Breaking.where(settings.table(), invalid, validity.worstFirst()));
  }

  /** {@code duplicateValues}: the rows too many with the same values in the columns. */
  public static Rule duplicateValues(Settings settings) {
    Duplicates metric = new Duplicates(settings.columns());
    String names = metric.columns().stream().map(Column::name).collect(Collectors.joining(", "));
    String breaking = Breaking.duplicates(settings.table(), metric);
    return count(settings, metric, "duplicates in " + names, "", breaking);
  }

  /** {@code relationship}: the rows that refer to one of another dataset which is not there. */
  public static Rule relationship(Settings settings) {
    Table table = settings.table();
    List<Column> columns = settings.texts("columns").stream().map(table::column).toList();
    List<String> properties = settings.texts("properties");
    if (columns.size() != properties.size()) {
      throw new PluginException(
          "columns and properties: expected as many of the one as of the other, but found "
              + settings.arguments());
    }
    if (!(settings.arguments().get("dataset") instanceof String dataset)) {
      throw new PluginException("it names no dataset; expected arguments: {dataset: domain.table}");
    }
    Orphans metric = new Orphans(columns, DatasetName.parse(dataset), properties);
    String what =
        "rows whose "
            + columns.stream().map(Column::name).collect(Collectors.joining(", "))
            + " is not in "
            + dataset
            + " ("
            + String.join(", ", properties)
            + ")";
    return count(settings, metric, what, "", Breaking.orphans(table, metric));
  }

  /** {@code sql}: what a query answers. */
  public static Rule sql(Settings settings, Asking asking) {
    return SqlRule.of(settings, asking);
  }

  private static Rule count(
      Settings settings, Metric metric, String what, String note, String breaking) {
    Unit unit = Unit.of(settings);
    return new CountRule(metric, unit, settings.comparison(), what, note, Optional.of(breaking));
  }
}
