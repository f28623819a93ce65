package dev.headgate.definitions.contract;

import dev.headgate.definitions.check.CheckDraft;
import dev.headgate.definitions.text.PartitionText.Transform;
import dev.headgate.definitions.yaml.Located;
import dev.headgate.definitions.yaml.Problems;
import dev.headgate.definitions.yaml.Suggestion;
import dev.headgate.definitions.yaml.Yaml;
import dev.headgate.model.contract.Column;
import dev.headgate.model.contract.NamedColumns;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Finds what rules and pipelines say of columns and a contract does not have. */
public final class ContractColumns {
  private final String label;
  private final List<Column> columns;
  private final Problems problems;

  ContractColumns(String label, List<Column> columns, Problems problems) {
    this.label = label;
    this.columns = List.copyOf(columns);
    this.problems = problems;
  }

  /** Checks the columns that rules on the dataset of this contract name. */
  public void check(List<CheckDraft> rules) {
    for (CheckDraft rule : rules) {
      check(rule, NamedColumns.own(rule.type(), rule.settings()));
      ValidValues.mistake(rule.settings(), columns).ifPresent(m -> problems.add(rule.at(), m));
    }
  }

  /** Checks the columns that a relationship from another dataset points to. */
  public void checkTarget(CheckDraft rule) {
    check(rule, NamedColumns.target(rule.type(), rule.settings()));
  }

  private void check(CheckDraft rule, List<String> named) {
    for (String name : named) {
      mistake(name)
          .ifPresent(m -> problems.add(rule.at(), "the check " + rule.type() + " is on " + m));
    }
  }

  /** Checks that a table partitioned like this has the partition key that the contract promises. */
  public void checkPartition(List<Located<Transform>> transforms) {
    if (transforms.isEmpty()) {
      return;
    }
    boolean known = true;
    for (Located<Transform> transform : transforms) {
      Optional<String> mistake = mistake(transform.value().column());
      mistake.ifPresent(m -> problems.add(transform.at(), "'partitionedBy': it is by " + m));
      known &= mistake.isEmpty();
    }
    List<String> promised = partitionKey();
    List<String> actual = transforms.stream().map(t -> t.value().column()).distinct().toList();
    if (known && !promised.isEmpty() && !same(promised, actual)) {
      problems.add(
          transforms.get(0).at(),
          "'partitionedBy': it is by "
              + String.join(", ", actual)
              + ", but "
              + label
              + " promises "
              + String.join(", ", promised)
              + ": expected transforms of "
              + (promised.size() == 1 ? "that" : "those, in this order"));
    }
  }

  private static boolean same(List<String> a, List<String> b) {
    return a.size() == b.size()
        && IntStream.range(0, a.size()).allMatch(i -> a.get(i).equalsIgnoreCase(b.get(i)));
  }

  private List<String> partitionKey() {
    Map<Integer, String> byPosition = new TreeMap<>();
    collect("", columns, byPosition);
    return List.copyOf(byPosition.values());
  }

  private static void collect(String parent, List<Column> columns, Map<Integer, String> into) {
    for (Column column : columns) {
      String path = parent + column.name();
      column.partitionKey().ifPresent(position -> into.put(position, path));
      collect(path + ".", column.fields(), into);
    }
  }

  private Optional<String> mistake(String name) {
    return NamedColumns.missing(columns, name).map(missing -> mistake(name, missing));
  }

  private String mistake(String name, NamedColumns.Missing missing) {
    return Yaml.quoted(name)
        + ", but "
        + label
        + " has no "
        + (missing.part().equals(name) ? "such column" : Yaml.quoted(missing.part()) + " there")
        + ", "
        + Suggestion.of(missing.part(), missing.known());
  }
}
