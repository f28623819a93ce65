package dev.headgate.definitions.policy;

import dev.headgate.definitions.keys.FactType;
import dev.headgate.definitions.yaml.Suggestion;
import dev.headgate.definitions.yaml.Values;
import dev.headgate.definitions.yaml.Yaml;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Facts out of YAML, each of its type; what is not becomes a problem and is left out. */
final class FactReader {
  private final Values values;

  FactReader(Values values) {
    this.values = values;
  }

  /** The fields of a struct that are there. */
  Map<String, Object> facts(Yaml value, String name, FactType.Struct struct) {
    Map<String, Object> facts = new LinkedHashMap<>();
    for (Yaml.Entry entry : entries(value, name)) {
      FactType type = struct.fields().get(entry.key());
      if (type == null) {
        values
            .problems()
            .add(
                entry.at(),
                "unknown fact "
                    + Yaml.quoted(entry.key())
                    + " in '"
                    + name
                    + "': "
                    + Suggestion.of(entry.key(), struct.fields().keySet()));
      } else {
        fact(entry.value(), entry.key(), type).ifPresent(v -> facts.put(entry.key(), v));
      }
    }
    return facts;
  }

  private Optional<Object> fact(Yaml value, String name, FactType type) {
    if (type instanceof FactType.Struct struct) {
      return Optional.of(facts(value, name, struct));
    }
    if (type instanceof FactType.ListOf list) {
      if (!(value instanceof Yaml.Sequence sequence)) {
        values.wrong(value, name, "a list");
        return Optional.empty();
      }
      List<Object> items = new ArrayList<>();
      sequence.items().forEach(i -> fact(i, name, list.element()).ifPresent(items::add));
      return Optional.of(items);
    }
    if (type instanceof FactType.MapOf map) {
      Map<String, Object> items = new LinkedHashMap<>();
      entries(value, name)
          .forEach(
              e -> fact(e.value(), e.key(), map.value()).ifPresent(v -> items.put(e.key(), v)));
      return Optional.of(items);
    }
    return plain(value, name, (FactType.Plain) type);
  }

  private Optional<Object> plain(Yaml value, String name, FactType.Plain type) {
    Optional<Object> fact =
        switch (type) {
          case TEXT -> text(value).map(t -> t);
          case WHOLE -> values.number(value).filter(Long.class::isInstance);
          case DECIMAL -> values.number(value).map(n -> ((Number) n).doubleValue());
          case FLAG -> flag(value);
          case INSTANT -> text(value).flatMap(FactReader::instant);
          case DURATION -> text(value).flatMap(FactReader::duration);
        };
    if (fact.isEmpty()) {
      values.wrong(value, name, expected(type));
    }
    return fact;
  }

  private static String expected(FactType.Plain type) {
    return switch (type) {
      case TEXT -> "a text; a number is one in quotes";
      case WHOLE -> "a whole number";
      case DECIMAL -> "a number";
      case FLAG -> "true or false";
      case INSTANT -> "a time such as 2026-07-01T00:00:00Z";
      case DURATION -> "a length of time such as PT26H";
    };
  }

  private List<Yaml.Entry> entries(Yaml value, String name) {
    if (value instanceof Yaml.Mapping map) {
      return map.entries();
    }
    values.wrong(value, name, "a mapping");
    return List.of();
  }

  /** May be blank: that is what some policies are about. */
  private static Optional<String> text(Yaml value) {
    return value instanceof Yaml.Scalar s && s.kind() == Yaml.Kind.TEXT
        ? Optional.of(s.text())
        : Optional.empty();
  }

  private static Optional<Object> flag(Yaml value) {
    return value instanceof Yaml.Scalar s && s.kind() == Yaml.Kind.BOOLEAN
        ? Optional.of(Boolean.valueOf(s.text()))
        : Optional.empty();
  }

  private static Optional<Object> instant(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<Object> duration(String text) {
    try {
      return Optional.of(Duration.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
