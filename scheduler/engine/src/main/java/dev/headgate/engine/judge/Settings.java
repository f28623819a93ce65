package dev.headgate.engine.judge;

import dev.headgate.model.Digests;
import dev.headgate.model.check.CheckSpec;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Settings of rules as text that is the same for any order of their keys. */
final class Settings {
  /** Keys that only say how a value is compared, shown or explained. */
  private static final Set<String> NOT_MEASURED =
      Set.of("unit", "id", "description", "dimension", "businessImpact", "method", "tags");

  private static final String OPERATOR = "must";

  private Settings() {}

  /** Any value that a definition can hold, keys sorted. */
  static String text(Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<String, String> sorted = new TreeMap<>();
      map.forEach((key, v) -> sorted.put(String.valueOf(key), text(v)));
      return sorted.toString();
    }
    if (value instanceof List<?> list) {
      return list.stream().map(Settings::text).collect(Collectors.joining(", ", "[", "]"));
    }
    return value == null
        ? "null"
        : value.getClass().getSimpleName() + " " + value.toString().length() + " " + value;
  }

  /** Digest of what a rule measures, whatever it compares that with. */
  static String measured(CheckSpec rule) {
    Map<String, Object> measured = new TreeMap<>(rule.settings());
    measured.keySet().removeIf(key -> key.startsWith(OPERATOR) || NOT_MEASURED.contains(key));
    return Digests.ofAll(List.of(rule.type(), text(measured)));
  }
}
