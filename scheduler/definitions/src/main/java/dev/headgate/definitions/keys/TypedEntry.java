package dev.headgate.definitions.keys;

import dev.headgate.definitions.yaml.At;
import dev.headgate.definitions.yaml.Section;
import dev.headgate.definitions.yaml.Section.Keys;
import dev.headgate.definitions.yaml.Values;
import dev.headgate.definitions.yaml.Yaml;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** A mapping whose further keys depend on the word behind one of them. */
public final class TypedEntry {
  private final String key;
  private final Keys own;
  private final Map<String, List<KeyRule>> types;
  private final Values values;

  /**
   * @param key that says the type
   * @param own keys that every type has, {@code key} among them
   * @param types the keys of each type
   */
  public TypedEntry(String key, Keys own, Map<String, List<KeyRule>> types, Values values) {
    this.key = key;
    this.own = own;
    this.types = types;
    this.values = values;
  }

  /** The entry with its type known and its keys checked. */
  public record Opened(Section section, String type, List<KeyRule> rules) {}

  public Optional<Opened> open(Yaml value, String what, At at) {
    Optional<String> type = peek(value).filter(types::containsKey);
    if (type.isPresent()) {
      List<KeyRule> rules = types.get(type.get());
      String named = what + " of type '" + type.get() + "'";
      return Section.of(value, named, at, own.and(RuleReader.names(rules)), values)
          .map(s -> new Opened(s, type.get(), rules));
    }
    // Which keys it may have is not known, so none that some type has is called unknown.
    TreeSet<String> possible = new TreeSet<>();
    types.values().forEach(rules -> possible.addAll(RuleReader.names(rules)));
    possible.removeAll(own.known());
    Optional<Section> section = Section.of(value, what, at, own.and(possible), values);
    section.ifPresent(s -> s.require(key, "one of " + String.join(", ", types.keySet())));
    section.ifPresent(s -> s.word(key, types.keySet()));
    return Optional.empty();
  }

  private Optional<String> peek(Yaml value) {
    if (value instanceof Yaml.Mapping map) {
      return map.entries().stream()
          .filter(e -> e.key().equals(key))
          .findFirst()
          .filter(e -> e.value() instanceof Yaml.Scalar)
          .map(e -> ((Yaml.Scalar) e.value()).text());
    }
    return Optional.empty();
  }
}
