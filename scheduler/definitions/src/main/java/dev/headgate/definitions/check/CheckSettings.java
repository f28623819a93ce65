package dev.headgate.definitions.check;

import dev.headgate.definitions.keys.KeyRule;
import dev.headgate.definitions.keys.RuleReader;
import dev.headgate.definitions.text.SqlText;
import dev.headgate.definitions.yaml.At;
import dev.headgate.definitions.yaml.Section;
import dev.headgate.definitions.yaml.Section.Keys;
import dev.headgate.definitions.yaml.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The keys of a check that depend on its metric, with ODCS' {@code arguments}. */
final class CheckSettings {
  static final String ARGUMENTS = "arguments";
  private static final String INNER = ARGUMENTS + ".";
  private static final List<String> PLACEHOLDERS = List.of("{table}", "{column}", "{dataset}");
  private static final List<String> COLUMNS = List.of("column", "property", ARGUMENTS);
  private static final List<String> OF_COLUMNS =
      List.of(
          "nullValues",
          "missingValues",
          "invalidValues",
          "duplicateValues",
          "nullShareChange",
          "distributionDrift",
          "freshness");

  private final Values values;
  private final RuleReader rules;
  private final ArgumentReader arguments;

  CheckSettings(Values values, RuleReader rules) {
    this.values = values;
    this.rules = rules;
    this.arguments = new ArgumentReader(values);
  }

  /** Rules for what is inside {@code arguments}, seen as one key of the check. */
  static Map<String, List<KeyRule>> topLevel(Map<String, List<KeyRule>> types) {
    return types.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, e -> topLevel(e.getValue()), (a, b) -> a, TreeMap::new));
  }

  private static List<KeyRule> topLevel(List<KeyRule> rules) {
    List<KeyRule> top = new ArrayList<>();
    for (KeyRule rule : rules) {
      String name = rule.name().startsWith(INNER) ? ARGUMENTS : rule.name();
      if (top.stream().noneMatch(r -> r.name().equals(name))) {
        top.add(new KeyRule(name, rule.kind(), false, false, rule.expected()));
      }
    }
    return top;
  }

  Map<String, Object> read(
      Section check, String type, String what, List<KeyRule> keys, RulePlace place) {
    boolean standard =
        ArgumentReader.knows(type) && keys.stream().anyMatch(k -> k.name().equals(ARGUMENTS));
    List<KeyRule> inner =
        keys.stream().filter(k -> k.name().startsWith(INNER)).map(CheckSettings::inner).toList();
    List<KeyRule> direct = new ArrayList<>(keys);
    direct.removeIf(k -> k.name().startsWith(INNER) || (k.name().equals(ARGUMENTS) && standard));
    Map<String, Object> settings = new TreeMap<>(rules.read(check, direct).settings());
    if (keys.stream().anyMatch(k -> k.required() && k.name().startsWith(INNER))) {
      check.require(ARGUMENTS, "a mapping with " + String.join(", ", RuleReader.names(inner)));
    }
    if (standard) {
      Map<String, Object> read = arguments.read(check, type, what, place);
      if (!read.isEmpty()) {
        settings.put(ARGUMENTS, Map.copyOf(read));
      }
    } else if (!inner.isEmpty()) {
      Keys known = new Keys(RuleReader.names(inner), Map.of());
      check
          .entry(ARGUMENTS, "a mapping")
          .flatMap(e -> Section.of(e.value(), "'arguments'", e.at(), known, values))
          .ifPresent(s -> settings.put(ARGUMENTS, Map.copyOf(rules.read(s, inner).settings())));
    }
    if (settings.containsKey("unit") && RulePlace.LIBRARY.contains(type)) {
      check.word("unit", type.equals("rowCount") ? List.of("rows") : List.of("rows", "percent"));
    }
    checkColumns(check, type, what, place);
    if (settings.get("query") instanceof String query) {
      check.value("query", "SQL").ifPresent(v -> checkQuery(check, query, v.at(), place));
    }
    return settings;
  }

  private void checkColumns(Section check, String type, String what, RulePlace place) {
    List<String> ways =
        COLUMNS.stream()
            .filter(check::has)
            .filter(way -> !way.equals(ARGUMENTS) || type.equals("duplicateValues"))
            .toList();
    if (ways.size() > 1) {
      values
          .problems()
          .add(
              check.at(),
              what + " names its columns by " + String.join(" and ", ways) + ": expected one way");
    }
    if (ways.isEmpty() && OF_COLUMNS.contains(type)) {
      String expected =
          place.inContract() && RulePlace.LIBRARY.contains(type)
              ? "it in 'quality' of a property"
              : "'column'";
      values.problems().add(check.at(), what + " names no column: expected " + expected);
    }
  }

  private static KeyRule inner(KeyRule rule) {
    String name = rule.name().substring(INNER.length());
    return new KeyRule(
        name, rule.kind(), rule.required(), rule.file(), rule.expected(), rule.allowed());
  }

  private void checkQuery(Section check, String query, At at, RulePlace place) {
    SqlText.mistake(query).ifPresent(m -> values.problems().add(at, "'query': " + m.message()));
    for (String placeholder : PLACEHOLDERS) {
      if (query.contains(placeholder)) {
        values
            .problems()
            .add(
                at,
                "'query': nothing stands for "
                    + placeholder
                    + ": expected {object} for the dataset, {property} for the column");
      }
    }
    if (query.contains("{property}") && !check.has("column") && !check.has("property")) {
      values
          .problems()
          .add(
              at,
              "'query': nothing stands for {property}: expected "
                  + (place.inContract() ? "it in 'quality' of a property" : "'column' beside it"));
    }
  }
}
