package dev.headgate.definitions.contract;

import dev.headgate.definitions.check.CheckDraft;
import dev.headgate.definitions.yaml.Problems;
import dev.headgate.definitions.yaml.Suggestion;
import dev.headgate.definitions.yaml.Yaml;
import dev.headgate.model.contract.Column;
import dev.headgate.model.contract.NamedColumns;
import java.util.List;

/** Finds columns that rules name and a contract does not have. */
public final class RuleColumns {
  private final String label;
  private final List<Column> columns;
  private final Problems problems;

  RuleColumns(String label, List<Column> columns, Problems problems) {
    this.label = label;
    this.columns = columns;
    this.problems = problems;
  }

  /** Checks the columns that rules on the dataset of this contract name. */
  public void check(List<CheckDraft> rules) {
    rules.forEach(rule -> check(rule, NamedColumns.own(rule.type(), rule.settings())));
  }

  /** Checks the columns that a relationship from another dataset points to. */
  public void checkTarget(CheckDraft rule) {
    check(rule, NamedColumns.target(rule.type(), rule.settings()));
  }

  private void check(CheckDraft rule, List<String> named) {
    for (String name : named) {
      NamedColumns.missing(columns, name)
          .ifPresent(
              missing ->
                  problems.add(
                      rule.at(), "the check " + rule.type() + " " + mistake(name, missing)));
    }
  }

  private String mistake(String name, NamedColumns.Missing missing) {
    return "is on "
        + Yaml.quoted(name)
        + ", but "
        + label
        + " has no "
        + (missing.part().equals(name) ? "such column" : Yaml.quoted(missing.part()) + " there")
        + ", "
        + Suggestion.of(missing.part(), missing.known());
  }
}
