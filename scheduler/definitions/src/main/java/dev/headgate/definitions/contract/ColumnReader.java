package dev.headgate.definitions.contract;

import dev.headgate.definitions.check.CheckDraft;
import dev.headgate.definitions.shape.Checked;
import dev.headgate.definitions.yaml.Located;
import dev.headgate.definitions.yaml.Values;
import dev.headgate.definitions.yaml.Yaml;
import dev.headgate.model.contract.Column;
import dev.headgate.model.contract.LogicalType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the properties of one schema object as columns, and what their types ask of the values. */
final class ColumnReader {
  private static final List<String> TERMS = List.of("businessDefinition", "term");
  static final String GLOSSARY = "glossary:";
  private static final List<String> WHOLE_COLUMN =
      List.of(
          "quality",
          "unique",
          "primaryKey",
          "partitioned",
          "relationships",
          "enum",
          "logicalTypeOptions");
  private static final List<Part> PARTS =
      List.of(
          new Part("properties", LogicalType.OBJECT),
          new Part("items", LogicalType.ARRAY),
          new Part("map", LogicalType.MAP));

  private final ApiVersion version;
  private static final String INSIDE =
      "inside a list or map is not supported yet: expected it at a column, or at a field of an"
          + " object";

  private final Values values;
  private final TypeOptions options;
  private final AllowedValues allowed;
  private final KeyPositions primaryKey;
  private final KeyPositions partitionKey;
  private final List<CheckDraft> rules = new ArrayList<>();

  ColumnReader(Checked object, ApiVersion version, Values values) {
    this.version = version;
    this.values = values;
    this.options = new TypeOptions(version, values);
    this.allowed = new AllowedValues(values);
    List<Checked> all = object.mappings("properties").stream().flatMap(ColumnReader::all).toList();
    this.primaryKey = KeyPositions.of(all, "primaryKey", "primaryKeyPosition", values.problems());
    this.partitionKey =
        KeyPositions.of(all, "partitioned", "partitionKeyPosition", values.problems());
  }

  /** A key with parts of a value, and the type that has them. */
  private record Part(String key, LogicalType type) {}

  private static Stream<Checked> all(Checked property) {
    return Stream.concat(
        Stream.of(property), property.mappings("properties").stream().flatMap(ColumnReader::all));
  }

  /** What types and enumerations ask of the values, once the columns were read. */
  List<CheckDraft> rules() {
    return rules;
  }

  List<Property> read(Checked object) {
    return fields(object, Optional.empty(), false);
  }

  private List<Property> fields(Checked parent, Optional<String> path, boolean inList) {
    Map<String, Located<String>> taken = new HashMap<>();
    List<Property> fields = new ArrayList<>();
    for (Checked property : parent.mappings("properties")) {
      Optional<Located<String>> name = property.located("name");
      if (name.isEmpty()) {
        continue;
      }
      unique(taken, name.get(), "name");
      property
          .located("physicalName")
          .filter(p -> !p.value().equals(name.get().value()))
          .ifPresent(p -> unique(taken, p, "physicalName"));
      if (isColumn(property)) {
        Located<String> written = property.located("physicalName").orElse(name.get());
        String column = written.value();
        if (column.contains(".") || column.contains("`")) {
          values
              .problems()
              .add(
                  written.at(),
                  Yaml.quoted(column)
                      + " is not a column's name: expected one without '.' and '`'; a field of an"
                      + " object belongs into its 'properties'");
        }
        fields.add(property(property, name.get().value(), column, path, inList));
      }
    }
    return fields;
  }

  private void unique(Map<String, Located<String>> taken, Located<String> name, String key) {
    Located<String> first = taken.putIfAbsent(name.value().toLowerCase(Locale.ROOT), name);
    if (first != null) {
      values
          .problems()
          .add(
              name.at(),
              "'"
                  + key
                  + "': another property is called "
                  + Yaml.quoted(name.value())
                  + " on line "
                  + first.at().line()
                  + ": expected a name of its own");
    }
  }

  /** Measures, and dimensions that are computed, are for readers to compute: no columns. */
  private boolean isColumn(Checked property) {
    String semantic = property.text("semanticType").orElse("column");
    boolean column =
        semantic.equals("column")
            || (semantic.equals("dimension") && property.text("transformLogic").isEmpty());
    if (!column) {
      refuseRules(
          property,
          "of a " + semantic + " that is no column is not supported: expected it at a column");
    }
    return column;
  }

  private static boolean isMeant(Checked property, String key) {
    boolean flag = List.of("unique", "primaryKey", "partitioned").contains(key);
    boolean empty = property.value(key).filter(ColumnReader::isEmptyList).isPresent();
    return flag ? property.flag(key) : !empty;
  }

  private static boolean isEmptyList(Yaml value) {
    return value instanceof Yaml.Sequence list && list.items().isEmpty();
  }

  private Property property(
      Checked yaml, String name, String column, Optional<String> parent, boolean inList) {
    String path = parent.map(p -> p + "." + column).orElse(column);
    if (inList) {
      refuseRules(yaml, INSIDE);
    }
    Optional<LogicalType> type = type(yaml);
    PhysicalTypes.check(yaml, type, values.problems());
    List<Property> fields = new ArrayList<>(fields(yaml, Optional.of(path), inList));
    yaml.mapping("items")
        .ifPresent(i -> fields.add(property(i, "element", "element", Optional.of(path), true)));
    yaml.mapping("map")
        .ifPresent(
            map -> {
              for (String part : new String[] {"key", "value"}) {
                map.mapping(part)
                    .ifPresent(p -> fields.add(property(p, part, part, Optional.of(path), true)));
              }
            });
    Map<String, Object> typeOptions = inList ? Map.of() : options(yaml, type, path);
    List<Object> values = inList ? List.of() : allowed(yaml, type, path, typeOptions);
    return new Property(
        yaml,
        name,
        yaml.text("id"),
        path,
        parent,
        inList,
        new Column(
            column,
            type,
            yaml.text("physicalType"),
            yaml.flag("required"),
            yaml.flag("unique"),
            primaryKey.of(yaml),
            partitionKey.of(yaml),
            yaml.text("classification"),
            CustomProperties.isTrue(yaml, "deprecated"),
            yaml.text("description"),
            typeOptions,
            values,
            terms(yaml),
            fields.stream().map(Property::column).toList()),
        List.copyOf(fields));
  }

  private void refuseRules(Checked property, String why) {
    for (String key : WHOLE_COLUMN) {
      property
          .entry(key)
          .filter(e -> isMeant(property, key))
          .ifPresent(e -> values.problems().add(e.at(), "'" + key + "' " + why));
    }
  }

  /** As said, else as its parts show. */
  private Optional<LogicalType> type(Checked property) {
    Optional<LogicalType> said =
        property
            .text("logicalType")
            .filter(SchemaShapes.types(version)::contains)
            .flatMap(ColumnReader::type);
    Optional<LogicalType> type = said;
    for (Part part : PARTS) {
      Optional<Yaml.Entry> entry = property.entry(part.key);
      if (entry.isPresent() && !isEmptyList(entry.get().value())) {
        type = type.or(() -> Optional.of(part.type));
        if (type.get() != part.type) {
          values
              .problems()
              .add(
                  entry.get().at(),
                  "'"
                      + part.key
                      + "' belongs to 'logicalType: "
                      + part.type
                      + "', found "
                      + type.get());
        }
      }
    }
    if (said.filter(t -> t == LogicalType.MAP).isPresent() && property.entry("map").isEmpty()) {
      values
          .problems()
          .add(
              property.entry("logicalType").orElseThrow().at(),
              "a property of type map has no 'map': expected {key: …, value: …}");
    }
    return type;
  }

  private static Optional<LogicalType> type(String word) {
    for (LogicalType type : LogicalType.values()) {
      if (type.toString().equals(word)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  private Map<String, Object> options(Checked property, Optional<LogicalType> type, String path) {
    Optional<Yaml.Entry> entry = property.entry("logicalTypeOptions");
    if (entry.isEmpty()) {
      return Map.of();
    }
    if (type.isEmpty()) {
      // A logical type that is none was reported already.
      if (property.entry("logicalType").isEmpty()) {
        values
            .problems()
            .add(
                entry.get().at(),
                "'logicalTypeOptions' says nothing without a type: expected 'logicalType' beside"
                    + " it");
      }
      return Map.of();
    }
    TypeOptions.Read read =
        options.read(entry.get(), type.get(), property.text("physicalType"), path);
    rules.addAll(read.rules());
    return read.written();
  }

  private List<Object> allowed(
      Checked property, Optional<LogicalType> type, String path, Map<String, Object> typeOptions) {
    Optional<Family> family = Family.of(type, property.text("physicalType"), typeOptions);
    Optional<Moments> moments =
        family.filter(f -> f.isMoment() || f == Family.TIME).map(f -> Moments.of(f, typeOptions));
    AllowedValues.Read read = allowed.read(property, type, moments);
    if (!read.meant().isEmpty()) {
      rules.add(
          CheckDraft.implied(
              property.entry("enum").orElseThrow().at(),
              "enum(" + path + ")",
              "invalidValues",
              Map.of("column", path, "arguments", Map.of("validValues", read.meant()))));
    }
    return read.written();
  }

  /** What {@code glossary:…} points to; other links are for people. */
  private List<String> terms(Checked property) {
    List<String> claimed = new ArrayList<>();
    for (Checked link : property.mappings("authoritativeDefinitions")) {
      Optional<Located<String>> url =
          link.located("url").filter(u -> u.value().startsWith(GLOSSARY));
      if (url.isEmpty()) {
        continue;
      }
      String term = url.get().value().substring(GLOSSARY.length());
      if (term.isBlank()) {
        values
            .problems()
            .add(url.get().at(), "'url': expected a term after '" + GLOSSARY + "', found nothing");
      } else if (claimed.contains(term)) {
        values
            .problems()
            .add(
                url.get().at(),
                "'url': the term " + Yaml.quoted(term) + " is claimed twice: expected it once");
      } else {
        link.entry("type")
            .filter(t -> link.text("type").isPresent())
            .ifPresent(t -> values.word(t.value(), "type", TERMS));
        claimed.add(term);
      }
    }
    return claimed;
  }
}
