package dev.headgate.definitions.digest;

import dev.headgate.model.Digests;
import dev.headgate.model.check.CheckSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Collects values and digests them so that no two different collections give the same. */
public final class Meaning {
  private final List<String> parts = new ArrayList<>();

  /** Of something of this kind. */
  public Meaning(String kind) {
    parts.add(kind);
  }

  /** Adds its name. */
  public Meaning word(String name) {
    parts.add(name);
    return this;
  }

  /** Adds a text, number, truth value, or lists, maps and options of these. */
  public Meaning add(Object value) {
    if (value instanceof Map<?, ?> map) {
      parts.add("map " + map.size());
      Map<String, Object> sorted = new TreeMap<>();
      map.forEach((k, v) -> sorted.put(k.toString(), v));
      sorted.forEach(
          (k, v) -> {
            parts.add(k);
            add(v);
          });
    } else if (value instanceof List<?> list) {
      parts.add("list " + list.size());
      list.forEach(this::add);
    } else if (value instanceof Optional<?> optional) {
      return add(optional.map(List::of).orElse(List.of()));
    } else {
      parts.add(value.getClass().getSimpleName());
      parts.add(value.toString());
    }
    return this;
  }

  public String digest() {
    return Digests.ofAll(parts);
  }

  /** What a rule says; who wrote it is not part of that. */
  public static List<Object> of(CheckSpec check) {
    return List.of(check.name(), check.type(), check.severity().name(), check.settings());
  }
}
