package dev.headgate.engine.contract;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Settings as people write them, on one line. */
public final class InYaml {
  private static final Pattern AMBIGUOUS =
      Pattern.compile("[\\[\\]{},\"'#&*!|>%@`]|: |:$|^[-?:] |^\\s|\\s$|^$");

  private InYaml() {}

  /** A map as {@code {a: 1, b: [x, y]}}, sorted; a list as {@code [x, y]}; texts plain. */
  public static String of(Object value) {
    return value instanceof String text ? text : nested(value);
  }

  /** Texts within lists and maps are quoted where they could be read as something else. */
  private static String nested(Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> sorted = new TreeMap<>();
      map.forEach((key, each) -> sorted.put(key.toString(), each));
      return sorted.entrySet().stream()
          .map(e -> e.getKey() + ": " + nested(e.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    if (value instanceof Collection<?> all) {
      return all.stream().map(InYaml::nested).collect(Collectors.joining(", ", "[", "]"));
    }
    String text = Value.text(value);
    return value instanceof String && AMBIGUOUS.matcher(text).find()
        ? '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"'
        : text;
  }
}
