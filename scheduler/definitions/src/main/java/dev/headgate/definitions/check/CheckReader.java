package dev.headgate.definitions.check;

import dev.headgate.definitions.keys.Extensions;
import dev.headgate.definitions.keys.KeyRule;
import dev.headgate.definitions.keys.RuleReader;
import dev.headgate.definitions.keys.TypedEntry;
import dev.headgate.definitions.yaml.Located;
import dev.headgate.definitions.yaml.Section;
import dev.headgate.definitions.yaml.Section.Keys;
import dev.headgate.definitions.yaml.Values;
import dev.headgate.definitions.yaml.Yaml;
import dev.headgate.model.check.CheckSpec;
import dev.headgate.model.check.CheckSpec.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads {@code checks}: ODCS quality rules. */
public final class CheckReader {
  private static final String SQL = "sql";
  private static final String LIST = "a list of checks, for example [{metric: rowCount, …}]";
  private static final List<String> TYPES = List.of("library", SQL);
  private static final List<String> LATER = List.of("text", "custom");
  private static final List<String> TEXTS = List.of("description", "dimension", "id");
  private static final Keys KEYS =
      Keys.of("type", "metric", "name", "severity", "description", "dimension", "id")
          .and(Comparison.OPERATORS);

  private final Values values;
  private final CheckSettings checkSettings;
  private final Comparison comparison;
  private final Map<String, List<KeyRule>> metrics;
  private final Optional<List<KeyRule>> sql;

  public CheckReader(Values values, Extensions extensions, RuleReader rules) {
    this.values = values;
    this.checkSettings = new CheckSettings(values, rules);
    this.comparison = new Comparison(values);
    this.metrics = new TreeMap<>(extensions.checks());
    this.sql = Optional.ofNullable(metrics.remove(SQL));
  }

  /** The checks, each with a name of its own. */
  public List<CheckSpec> read(Section dataset) {
    List<CheckSpec> unnamed = new ArrayList<>();
    Set<String> given = new LinkedHashSet<>();
    for (Yaml item : dataset.items("checks", LIST)) {
      one(item, given).ifPresent(unnamed::add);
    }
    Set<String> taken = new HashSet<>(given);
    return unnamed.stream()
        .map(
            c ->
                given.contains(c.name())
                    ? c
                    : new CheckSpec(free(derived(c), taken), c.type(), c.settings(), c.severity()))
        .toList();
  }

  private Optional<CheckSpec> one(Yaml item, Set<String> given) {
    String type = peek(item, "type").orElse("library");
    if (LATER.contains(type)) {
      values
          .problems()
          .add(
              item.at(),
              "'type': checks of type '"
                  + type
                  + "' are not supported yet: expected library or sql");
      return Optional.empty();
    }
    boolean isSql = type.equals(SQL) && sql.isPresent();
    Optional<TypedEntry.Opened> opened =
        isSql
            ? openSql(item)
            : new TypedEntry("metric", KEYS, CheckSettings.topLevel(metrics), values)
                .open(item, "a check", item.at());
    if (opened.isEmpty()) {
      return Optional.empty();
    }
    Section section = opened.get().section();
    section.word("type", TYPES);
    String checkType = opened.get().type();
    String what = isSql ? "a check of type 'sql'" : "the check " + checkType;
    Map<String, Object> settings = new TreeMap<>(comparison.read(section, what, isSql));
    List<KeyRule> keys = isSql ? sql.get() : metrics.get(checkType);
    settings.putAll(checkSettings.read(section, checkType, what, keys));
    for (String key : TEXTS) {
      if (!settings.containsKey(key) && keys.stream().noneMatch(k -> k.name().equals(key))) {
        section.text(key, "a text").ifPresent(t -> settings.put(key, t.value()));
      }
    }
    Severity severity =
        section
            .word("severity", List.of("error", "warning"))
            .filter(w -> w.value().equals("warning"))
            .map(w -> Severity.WARNING)
            .orElse(Severity.ERROR);
    Optional<Located<String>> name = section.text("name", "a short name");
    if (name.isPresent() && !given.add(name.get().value())) {
      values
          .problems()
          .add(
              name.get().at(),
              "'name': another check of this dataset is called "
                  + Yaml.quoted(name.get().value())
                  + ": expected a name of its own");
    }
    return Optional.of(
        new CheckSpec(name.map(Located::value).orElse(""), checkType, settings, severity));
  }

  private Optional<TypedEntry.Opened> openSql(Yaml item) {
    List<String> own = KEYS.known().stream().filter(k -> !k.equals("metric")).toList();
    return new TypedEntry(
            "type",
            new Keys(own, List.of()),
            CheckSettings.topLevel(Map.of(SQL, sql.orElseThrow())),
            values)
        .open(item, "a check", item.at());
  }

  private static Optional<String> peek(Yaml value, String key) {
    if (value instanceof Yaml.Mapping map) {
      return map.entries().stream()
          .filter(e -> e.key().equals(key) && e.value() instanceof Yaml.Scalar)
          .map(e -> ((Yaml.Scalar) e.value()).text())
          .findFirst();
    }
    return Optional.empty();
  }

  private static String derived(CheckSpec check) {
    Object of = check.settings().getOrDefault("column", check.settings().get("property"));
    if (check.settings().get(CheckSettings.ARGUMENTS) instanceof Map<?, ?> arguments) {
      of = arguments.get("properties") == null ? of : arguments.get("properties");
    }
    if (of instanceof List<?> columns) {
      of = columns.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
    return of == null ? check.type() : check.type() + "(" + of + ")";
  }

  private static String free(String name, Set<String> taken) {
    String candidate = name;
    for (int i = 2; !taken.add(candidate); i++) {
      candidate = name + "-" + i;
    }
    return candidate;
  }
}
