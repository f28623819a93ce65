package dev.headgate.definitions.yaml;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A mapping of which the keys are known. Unknown and refused keys are problems from the start; what
 * looks like a misspelt key is not reported as missing too.
 */
public final class Section {
  private final String what;
  private final At at;
  private final Values values;
  private final Map<String, Yaml.Entry> present = new HashMap<>();
  private final Set<String> misspelt = new HashSet<>();

  private Section(String what, At at, Values values) {
    this.what = what;
    this.at = at;
    this.values = values;
  }

  /**
   * The keys that a section may have.
   *
   * @param refused keys that it may not have, with why
   */
  public record Keys(List<String> known, Map<String, String> refused) {
    public static Keys of(String... known) {
      return new Keys(List.of(known), Map.of());
    }

    public Keys planned(String... keys) {
      Map<String, String> reasons = new HashMap<>();
      for (String key : keys) {
        reasons.put(key, "is not supported yet: expected the definition without it");
      }
      return new Keys(known, reasons);
    }

    public Keys and(Collection<String> more) {
      Set<String> all = new LinkedHashSet<>(known);
      all.addAll(more);
      return new Keys(List.copyOf(all), refused);
    }
  }

  /**
   * Opens a mapping.
   *
   * @param what how errors call it, for example {@code dataset 'flights'}
   * @param at where it is reported that a key is missing
   */
  public static Optional<Section> of(Yaml value, String what, At at, Keys keys, Values values) {
    if (!(value instanceof Yaml.Mapping map)) {
      values
          .problems()
          .add(
              value.at(),
              what
                  + ": expected a mapping with the keys "
                  + String.join(", ", keys.known())
                  + ", found "
                  + value.found());
      return Optional.empty();
    }
    Section section = new Section(what, at, values);
    Set<String> absent = new HashSet<>(keys.known());
    map.entries().forEach(e -> absent.remove(e.key()));
    for (Yaml.Entry entry : map.entries()) {
      section.take(entry, absent, keys);
    }
    return Optional.of(section);
  }

  private void take(Yaml.Entry entry, Set<String> absent, Keys keys) {
    String key = entry.key();
    if (keys.known().contains(key)) {
      present.put(key, entry);
    } else if (keys.refused().containsKey(key)) {
      problem(entry.at(), "'" + key + "' " + keys.refused().get(key));
    } else if (key.equals("<<")) {
      problem(entry.at(), "merge keys ('<<') are not supported: expected the keys themselves");
    } else {
      Optional<String> meant = Suggestion.closest(key, absent);
      meant.ifPresent(misspelt::add);
      problem(
          entry.at(),
          "unknown key "
              + Yaml.quoted(key)
              + " in "
              + what
              + meant.map(m -> ", did you mean '" + m + "'?").orElse(":")
              + " expected "
              + String.join(", ", keys.known()));
    }
  }

  private void problem(At where, String message) {
    values.problems().add(where, message);
  }

  /** Whether the key is there, or a misspelling of it. */
  public boolean has(String key) {
    return present.containsKey(key) || misspelt.contains(key);
  }

  public At at() {
    return at;
  }

  /** A problem where the key is not there. */
  public void require(String key, String expected) {
    if (!has(key)) {
      problem(at, what + " has no '" + key + "': expected " + expected);
    }
  }

  /** The key as written, with a value or without. */
  public Optional<Yaml.Entry> written(String key) {
    return Optional.ofNullable(present.get(key));
  }

  /** The key's value; a key without a value is a problem. */
  public Optional<Yaml> value(String key, String expected) {
    return entry(key, expected).map(Yaml.Entry::value);
  }

  /** The key with its value and place; a key without a value is a problem. */
  public Optional<Yaml.Entry> entry(String key, String expected) {
    Yaml.Entry entry = present.get(key);
    if (entry != null && entry.value() instanceof Yaml.Scalar s && s.kind() == Yaml.Kind.NOTHING) {
      values.wrong(s, key, expected);
      return Optional.empty();
    }
    return Optional.ofNullable(entry);
  }

  public Optional<Located<String>> text(String key, String expected) {
    return value(key, expected).flatMap(v -> values.text(v, key, expected));
  }

  public Optional<Located<String>> word(String key, Collection<String> words) {
    return value(key, "one of " + String.join(", ", words))
        .flatMap(v -> values.word(v, key, words));
  }

  public Optional<Located<Integer>> whole(String key, int min, int max) {
    return value(key, "a whole number from " + min + " to " + max)
        .flatMap(v -> values.whole(v, key, min, max));
  }

  public Optional<Boolean> bool(String key) {
    return value(key, "true or false").flatMap(v -> values.bool(v, key));
  }

  public List<Located<String>> distinct(String key, String expected) {
    return value(key, expected).map(v -> values.distinct(v, key, expected)).orElse(List.of());
  }

  public List<Yaml> items(String key, String expected) {
    return value(key, expected).map(v -> values.items(v, key, expected)).orElse(List.of());
  }

  /** Each entry of a mapping that is not empty. */
  public void entries(String key, String expected, Consumer<Yaml.Entry> each) {
    Optional<Yaml> value = value(key, expected);
    if (value.isEmpty()) {
      return;
    }
    if (!(value.get() instanceof Yaml.Mapping map) || map.entries().isEmpty()) {
      boolean empty = value.get() instanceof Yaml.Mapping;
      problem(
          value.get().at(),
          "'"
              + key
              + "': expected "
              + expected
              + ", found "
              + (empty ? "an empty mapping" : value.get().found()));
      return;
    }
    map.entries().forEach(each);
  }
}
