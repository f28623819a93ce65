package dev.headgate.definitions.check;

import dev.headgate.definitions.keys.KeyRule;
import dev.headgate.definitions.yaml.Yaml;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where a rule is written.
 *
 * @param inContract only the standard's own metrics and arguments are known
 * @param column of the table, where the rule stands below a property
 */
public record RulePlace(boolean inContract, Optional<String> column) {
  /** In a pipeline, where a rule names its column itself. */
  public static final RulePlace PIPELINE = new RulePlace(false, Optional.empty());

  static final String COLUMN = "column";
  static final List<String> LIBRARY =
      List.of("nullValues", "missingValues", "invalidValues", "duplicateValues", "rowCount");

  /** In the {@code quality} of a schema object. */
  public static RulePlace object() {
    return new RulePlace(true, Optional.empty());
  }

  /** In the {@code quality} of a property. */
  public static RulePlace property(String column) {
    return new RulePlace(true, Optional.of(column));
  }

  Map<String, List<KeyRule>> known(Map<String, List<KeyRule>> metrics) {
    Map<String, List<KeyRule>> known = new TreeMap<>(metrics);
    if (inContract) {
      known.keySet().retainAll(LIBRARY);
    }
    return known;
  }

  /** The rule with the column that its place gives it. */
  Yaml completed(Yaml rule) {
    if (column.isEmpty()
        || !(rule instanceof Yaml.Mapping map)
        || CheckReader.find(rule, COLUMN).isPresent()) {
      return rule;
    }
    List<Yaml.Entry> entries = new ArrayList<>(map.entries());
    Yaml.Scalar name = new Yaml.Scalar(map.at(), column.get(), Yaml.Kind.TEXT);
    entries.add(new Yaml.Entry(COLUMN, map.at(), name));
    return new Yaml.Mapping(map.at(), List.copyOf(entries));
  }
}
