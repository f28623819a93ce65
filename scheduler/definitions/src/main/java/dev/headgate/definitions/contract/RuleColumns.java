package dev.headgate.definitions.contract;

import dev.headgate.definitions.check.CheckDraft;
import dev.headgate.definitions.yaml.Problems;
import dev.headgate.definitions.yaml.Suggestion;
import dev.headgate.definitions.yaml.Yaml;
import dev.headgate.model.contract.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds columns that rules name and a contract does not have: a table of it has no others. Names
 * are looked up as the checks do, whatever their case; where a contract says nothing of the fields
 * of a column, any may be there.
 */
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
    for (CheckDraft rule : rules) {
      List<String> named = new ArrayList<>();
      for (String key : List.of("column", "property")) {
        if (rule.settings().get(key) instanceof String column) {
          named.add(column);
        }
      }
      if (rule.type().equals("duplicateValues")) {
        named.addAll(listed(rule, "properties"));
      } else if (rule.type().equals("relationship")) {
        named.addAll(listed(rule, "columns"));
      }
      check(rule, named);
    }
  }

  /** Checks the columns that a relationship from another dataset points to. */
  public void checkTarget(CheckDraft rule) {
    check(rule, listed(rule, "properties"));
  }

  private void check(CheckDraft rule, List<String> named) {
    named.stream().distinct().flatMap(c -> mistake(c).stream()).forEach(m -> add(rule, m));
  }

  private void add(CheckDraft rule, String mistake) {
    problems.add(rule.at(), "the check " + rule.type() + " " + mistake);
  }

  private Optional<String> mistake(String name) {
    List<Column> level = columns;
    if (in(level, name).isPresent()) {
      return Optional.empty();
    }
    for (String part : name.split("\\.", -1)) {
      // What has no fields in the contract may have any in the table.
      if (level.isEmpty()) {
        return Optional.empty();
      }
      Optional<Column> found = in(level, part);
      if (found.isEmpty()) {
        return Optional.of(
            "is on "
                + Yaml.quoted(name)
                + ", but "
                + label
                + " has no "
                + (part.equals(name) ? "such column" : Yaml.quoted(part) + " there")
                + ", "
                + Suggestion.of(part, level.stream().map(Column::name).toList()));
      }
      level = found.get().fields();
    }
    return Optional.empty();
  }

  private static Optional<Column> in(List<Column> columns, String name) {
    return columns.stream().filter(c -> c.name().equalsIgnoreCase(name)).findFirst();
  }

  private static List<String> listed(CheckDraft rule, String key) {
    return rule.settings().get("arguments") instanceof Map<?, ?> arguments
            && arguments.get(key) instanceof List<?> names
        ? names.stream().map(String::valueOf).toList()
        : List.of();
  }
}
