package dev.headgate.definitions.yaml;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Single values out of YAML. What is not as expected becomes a problem that says what was found,
 * and an empty result.
 */
public final class Values {
  private final Problems problems;

  public Values(Problems problems) {
    this.problems = problems;
  }

  public Problems problems() {
    return problems;
  }

  public void wrong(Yaml value, String name, String expected) {
    problems.add(value.at(), "'" + name + "': expected " + expected + ", found " + value.found());
  }

  /** A text that is not blank. */
  public Optional<Located<String>> text(Yaml value, String name, String expected) {
    if (value instanceof Yaml.Scalar s && s.kind() == Yaml.Kind.TEXT && !s.text().isBlank()) {
      return Optional.of(new Located<>(s.text(), s.at()));
    }
    wrong(value, name, expected);
    return Optional.empty();
  }

  /** One of a few words. */
  public Optional<Located<String>> word(Yaml value, String name, Collection<String> words) {
    String expected = "one of " + String.join(", ", words);
    Optional<Located<String>> text = text(value, name, expected);
    if (text.isPresent() && !words.contains(text.get().value())) {
      problems.add(
          value.at(),
          "'"
              + name
              + "': unknown value "
              + value.found()
              + ", "
              + Suggestion.of(text.get().value(), words));
      return Optional.empty();
    }
    return text;
  }

  /** A whole number within bounds. */
  public Optional<Located<Integer>> whole(Yaml value, String name, int min, int max) {
    Optional<Long> number = whole(value).filter(n -> n >= min && n <= max);
    if (number.isPresent()) {
      return Optional.of(new Located<>(number.get().intValue(), value.at()));
    }
    wrong(value, name, "a whole number from " + min + " to " + max);
    return Optional.empty();
  }

  public Optional<Boolean> bool(Yaml value, String name) {
    if (value instanceof Yaml.Scalar s && s.kind() == Yaml.Kind.BOOLEAN) {
      return Optional.of(Boolean.valueOf(s.text()));
    }
    wrong(value, name, "true or false");
    return Optional.empty();
  }

  /** A list that is not empty. */
  public List<Yaml> items(Yaml value, String name, String expected) {
    if (value instanceof Yaml.Sequence list) {
      if (list.items().isEmpty()) {
        problems.add(value.at(), "'" + name + "': expected " + expected + ", found an empty list");
      }
      return list.items();
    }
    wrong(value, name, expected);
    return List.of();
  }

  /** A list of texts, not empty, each once. */
  public List<Located<String>> distinct(Yaml value, String name, String expected) {
    Map<String, Located<String>> texts = new LinkedHashMap<>();
    for (Yaml item : items(value, name, expected)) {
      Optional<Located<String>> text = text(item, name, expected);
      if (text.isPresent() && texts.putIfAbsent(text.get().value(), text.get()) != null) {
        problems.add(item.at(), "'" + name + "': " + item.found() + " is in the list twice");
      }
    }
    return List.copyOf(texts.values());
  }

  /** A number, exactly as it is written. */
  public Optional<Object> number(Yaml value) {
    return value instanceof Yaml.Scalar s && s.kind() == Yaml.Kind.NUMBER
        ? NumberText.parse(s.text())
        : Optional.empty();
  }

  /** A number that is written without a fraction or an exponent, and fits into a long. */
  public Optional<Long> whole(Yaml value) {
    return number(value)
        .filter(n -> n instanceof Long && ((Yaml.Scalar) value).text().matches("[-+]?\\d+"))
        .map(Long.class::cast);
  }

  /** Any value as String, Boolean, number, List or Map of these. */
  public Optional<Object> any(Yaml value, String name) {
    if (value instanceof Yaml.Sequence list) {
      List<Object> items = new ArrayList<>();
      list.items().forEach(item -> any(item, name).ifPresent(items::add));
      return Optional.of(List.copyOf(items));
    }
    if (value instanceof Yaml.Mapping map) {
      Map<String, Object> entries = new LinkedHashMap<>();
      map.entries().forEach(e -> any(e.value(), e.key()).ifPresent(v -> entries.put(e.key(), v)));
      return Optional.of(Map.copyOf(entries));
    }
    Yaml.Scalar scalar = (Yaml.Scalar) value;
    Optional<Object> plain =
        switch (scalar.kind()) {
          case TEXT -> Optional.of(scalar.text());
          case BOOLEAN -> Optional.of(Boolean.valueOf(scalar.text()));
          case NUMBER -> number(scalar);
          case NOTHING -> Optional.empty();
        };
    if (plain.isEmpty()) {
      wrong(value, name, "a value");
    }
    return plain;
  }
}
