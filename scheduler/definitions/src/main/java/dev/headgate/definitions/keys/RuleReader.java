package dev.headgate.definitions.keys;

import dev.headgate.definitions.source.FileReferences;
import dev.headgate.definitions.yaml.Located;
import dev.headgate.definitions.yaml.Section;
import dev.headgate.definitions.yaml.Values;
import dev.headgate.definitions.yaml.Yaml;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads the keys that a plugin's type has, by its {@link KeyRule}s. */
public final class RuleReader {
  private final Values values;
  private final FileReferences references;

  public RuleReader(Values values, FileReferences references) {
    this.values = values;
    this.references = references;
  }

  /**
   * What an entry says.
   *
   * @param settings for the plugin; a jar is named by its URI
   * @param asWritten the same with each file as written, the same on every machine
   * @param files the files that were found, by how they are written
   */
  public record Settings(
      Map<String, Object> settings,
      Map<String, Object> asWritten,
      Map<String, Located<FileReferences.Found>> files) {
    Settings() {
      this(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
    }

    void put(String key, Object value) {
      settings.put(key, value);
      asWritten.put(key, value);
    }
  }

  public static List<String> names(List<KeyRule> rules) {
    return rules.stream().map(KeyRule::name).toList();
  }

  public Settings read(Section section, List<KeyRule> rules) {
    Settings read = new Settings();
    for (KeyRule rule : rules) {
      if (rule.required()) {
        section.require(rule.name(), rule.expected());
      }
      section.value(rule.name(), rule.expected()).ifPresent(v -> read(v, rule, read));
    }
    return read;
  }

  private void read(Yaml value, KeyRule rule, Settings into) {
    switch (rule.kind()) {
      case STRING ->
          (rule.allowed().isEmpty()
                  ? values.text(value, rule.name(), rule.expected())
                  : values.word(value, rule.name(), rule.allowed()))
              .ifPresent(
                  t -> {
                    into.asWritten().put(rule.name(), t.value());
                    into.settings().put(rule.name(), rule.file() ? file(t, rule, into) : t.value());
                  });
      case NUMBER -> {
        Optional<Object> number = values.number(value);
        number.ifPresent(n -> into.put(rule.name(), n));
        if (number.isEmpty()) {
          values.wrong(value, rule.name(), rule.expected());
        }
      }
      case BOOLEAN -> values.bool(value, rule.name()).ifPresent(b -> into.put(rule.name(), b));
      case LIST_OF_STRINGS -> list(value, rule, into);
      case MAP_OF_STRINGS -> map(value, rule, into);
      case MAP -> {
        if (value instanceof Yaml.Mapping) {
          values.any(value, rule.name()).ifPresent(v -> into.put(rule.name(), v));
        } else {
          values.wrong(value, rule.name(), rule.expected());
        }
      }
    }
  }

  private void list(Yaml value, KeyRule rule, Settings into) {
    if (!(value instanceof Yaml.Sequence list)) {
      values.wrong(value, rule.name(), rule.expected());
      return;
    }
    List<String> written = new ArrayList<>();
    List<String> settings = new ArrayList<>();
    for (Yaml item : list.items()) {
      Optional<Located<String>> text = asText(item, rule);
      text.ifPresent(t -> written.add(t.value()));
      text.ifPresent(t -> settings.add(isFile(t.value(), rule) ? file(t, rule, into) : t.value()));
    }
    into.asWritten().put(rule.name(), List.copyOf(written));
    into.settings().put(rule.name(), List.copyOf(settings));
  }

  private static boolean isFile(String text, KeyRule rule) {
    return rule.file()
        && (text.startsWith("./") || text.startsWith("../") || FileReferences.isBinary(text));
  }

  private void map(Yaml value, KeyRule rule, Settings into) {
    if (!(value instanceof Yaml.Mapping map)) {
      values.wrong(value, rule.name(), rule.expected());
      return;
    }
    Map<String, String> texts = new LinkedHashMap<>();
    for (Yaml.Entry entry : map.entries()) {
      asText(entry.value(), rule).ifPresent(t -> texts.put(entry.key(), t.value()));
    }
    into.put(rule.name(), Map.copyOf(texts));
  }

  private Optional<Located<String>> asText(Yaml value, KeyRule rule) {
    if (value instanceof Yaml.Scalar s && s.kind() != Yaml.Kind.NOTHING) {
      return Optional.of(new Located<>(s.text(), s.at()));
    }
    values.wrong(value, rule.name(), rule.expected());
    return Optional.empty();
  }

  private String file(Located<String> written, KeyRule rule, Settings into) {
    Optional<FileReferences.Found> found = references.find(written, rule.name());
    found.ifPresent(f -> into.files().put(written.value(), new Located<>(f, written.at())));
    return found.map(FileReferences.Found::setting).orElse(written.value());
  }
}
