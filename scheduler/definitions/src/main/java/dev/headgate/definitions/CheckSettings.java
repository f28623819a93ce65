package dev.headgate.definitions;

import dev.headgate.definitions.Section.Keys;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The keys of a check that depend on its metric, with ODCS' {@code arguments}. */
final class CheckSettings {
  static final String ARGUMENTS = "arguments";
  private static final String INNER = ARGUMENTS + ".";
  private static final List<String> PLACEHOLDERS =
      List.of("{table}", "{column}", "{property}", "{dataset}");

  private final Values values;
  private final RuleReader rules;

  CheckSettings(Values values, RuleReader rules) {
    this.values = values;
    this.rules = rules;
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

  Map<String, Object> read(Section check, List<KeyRule> keys) {
    List<KeyRule> direct =
        keys.stream()
            .filter(k -> !k.name().equals(ARGUMENTS) && !k.name().startsWith(INNER))
            .toList();
    Map<String, Object> settings = new TreeMap<>(rules.read(check, direct).settings());
    if (keys.stream().anyMatch(k -> k.required() && !direct.contains(k))) {
      check.require(ARGUMENTS, "a mapping");
    }
    check
        .entry(ARGUMENTS, "a mapping")
        .flatMap(e -> arguments(e, keys))
        .ifPresent(a -> settings.put(ARGUMENTS, a));
    if (settings.containsKey("unit")) {
      check.word("unit", List.of("rows", "percent"));
    }
    if (settings.get("query") instanceof String query) {
      check.value("query", "SQL").ifPresent(v -> checkQuery(query, v.at()));
    }
    return settings;
  }

  private Optional<Object> arguments(Yaml.Entry entry, List<KeyRule> keys) {
    if (keys.stream().anyMatch(k -> k.name().equals(ARGUMENTS))) {
      if (entry.value() instanceof Yaml.Mapping) {
        return values.any(entry.value(), ARGUMENTS);
      }
      values.wrong(entry.value(), ARGUMENTS, "a mapping");
      return Optional.empty();
    }
    List<KeyRule> inner =
        keys.stream().filter(k -> k.name().startsWith(INNER)).map(CheckSettings::inner).toList();
    Keys known = new Keys(RuleReader.names(inner), List.of());
    return Section.of(entry.value(), "'arguments'", entry.at(), known, values)
        .map(s -> Map.copyOf(rules.read(s, inner).settings()));
  }

  private static KeyRule inner(KeyRule rule) {
    String name = rule.name().substring(INNER.length());
    return new KeyRule(name, rule.kind(), rule.required(), rule.file(), rule.expected());
  }

  private void checkQuery(String query, At at) {
    SqlText.mistake(query).ifPresent(m -> values.problems().add(at, "'query': " + m.message()));
    for (String placeholder : PLACEHOLDERS) {
      if (query.contains(placeholder)) {
        values
            .problems()
            .add(
                at,
                "'query': nothing stands for "
                    + placeholder
                    + ": expected {object} for the dataset, and columns by name");
      }
    }
  }
}
