package dev.headgate.definitions.shape;

import dev.headgate.definitions.yaml.At;
import dev.headgate.definitions.yaml.Located;
import dev.headgate.definitions.yaml.Yaml;
import java.util.List;
import java.util.Optional;

/**
 * A mapping whose shape was checked. What is there and as expected can be read; what is not counts
 * as absent, as it was reported.
 */
public record Checked(Yaml.Mapping yaml) {
  /** Empty where the value is no mapping. */
  public static Optional<Checked> of(Yaml value) {
    return value instanceof Yaml.Mapping mapping
        ? Optional.of(new Checked(mapping))
        : Optional.empty();
  }

  public At at() {
    return yaml.at();
  }

  /** The key with its value, unless that is nothing. */
  public Optional<Yaml.Entry> entry(String key) {
    return yaml.entries().stream()
        .filter(e -> e.key().equals(key) && !ShapeCheck.isNothing(e.value()))
        .findFirst();
  }

  public Optional<Yaml> value(String key) {
    return entry(key).map(Yaml.Entry::value);
  }

  /** A text that is not blank, with its place. */
  public Optional<Located<String>> located(String key) {
    return value(key)
        .filter(v -> v instanceof Yaml.Scalar s && s.kind() == Yaml.Kind.TEXT)
        .map(v -> (Yaml.Scalar) v)
        .filter(s -> !s.text().isBlank())
        .map(s -> new Located<>(s.text(), s.at()));
  }

  public Optional<String> text(String key) {
    return located(key).map(Located::value);
  }

  /** Whether it says true. */
  public boolean flag(String key) {
    return value(key)
        .filter(
            v ->
                v instanceof Yaml.Scalar s
                    && s.kind() == Yaml.Kind.BOOLEAN
                    && Boolean.parseBoolean(s.text()))
        .isPresent();
  }

  /** A whole number. */
  public Optional<Integer> whole(String key) {
    return value(key)
        .filter(v -> v instanceof Yaml.Scalar s && s.text().matches("[-+]?\\d{1,9}"))
        .map(v -> Integer.valueOf(((Yaml.Scalar) v).text()));
  }

  /** The items of a list. */
  public List<Yaml> items(String key) {
    return value(key)
        .filter(Yaml.Sequence.class::isInstance)
        .map(v -> ((Yaml.Sequence) v).items())
        .orElse(List.of());
  }

  /** The items of a list that are mappings. */
  public List<Checked> mappings(String key) {
    return items(key).stream().flatMap(item -> of(item).stream()).toList();
  }

  public Optional<Checked> mapping(String key) {
    return value(key).flatMap(Checked::of);
  }
}
