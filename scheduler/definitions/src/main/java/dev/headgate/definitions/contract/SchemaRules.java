package dev.headgate.definitions.contract;

import dev.headgate.definitions.check.CheckDraft;
import dev.headgate.definitions.yaml.At;
import dev.headgate.definitions.yaml.Yaml;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The rules that {@code required}, {@code unique} and {@code primaryKey} imply. */
final class SchemaRules {
  private final List<Property> columns;
  private final List<Property> primaryKey;

  SchemaRules(List<Property> properties) {
    columns = properties.stream().flatMap(Property::all).filter(p -> !p.inList()).toList();
    primaryKey =
        columns.stream()
            .filter(p -> p.column().primaryKey().isPresent())
            .sorted(Comparator.comparingInt(p -> p.column().primaryKey().getAsInt()))
            .toList();
  }

  List<CheckDraft> rules() {
    List<CheckDraft> rules = new ArrayList<>();
    for (Property property : columns) {
      if (property.column().required()) {
        rules.add(required(property, "required"));
      } else if (primaryKey.contains(property)) {
        rules.add(required(property, "primaryKey"));
      }
    }
    if (!primaryKey.isEmpty()) {
      rules.add(primaryKey());
    }
    for (Property property : columns) {
      boolean isKey = primaryKey.size() == 1 && primaryKey.contains(property);
      if (property.column().unique() && !isKey) {
        rules.add(
            CheckDraft.implied(
                at(property, "unique"),
                "unique(" + property.path() + ")",
                "duplicateValues",
                Map.of("column", property.path())));
      }
    }
    return rules;
  }

  /** A field is missing only where there is an object that could have it. */
  private static CheckDraft required(Property property, String key) {
    String name = "required(" + property.path() + ")";
    if (property.parent().isEmpty()) {
      return CheckDraft.implied(
          at(property, key), name, "nullValues", Map.of("column", property.path()));
    }
    String query =
        "SELECT count(*) FROM {object} WHERE "
            + quoted(property.parent().get())
            + " IS NOT NULL AND "
            + quoted(property.path())
            + " IS NULL";
    return CheckDraft.implied(at(property, key), name, "sql", Map.of("query", query));
  }

  private static String quoted(String path) {
    return Arrays.stream(path.split("\\.", -1))
        .map(part -> "`" + part + "`")
        .collect(Collectors.joining("."));
  }

  private CheckDraft primaryKey() {
    List<String> paths = primaryKey.stream().map(Property::path).toList();
    Map<String, Object> settings =
        paths.size() == 1
            ? Map.of("column", paths.get(0))
            : Map.of("arguments", Map.of("properties", paths));
    return CheckDraft.implied(
        at(primaryKey.get(0), "primaryKey"),
        "primaryKey(" + String.join(", ", paths) + ")",
        "duplicateValues",
        settings);
  }

  private static At at(Property property, String key) {
    return property.yaml().entry(key).map(Yaml.Entry::at).orElse(property.yaml().at());
  }
}
