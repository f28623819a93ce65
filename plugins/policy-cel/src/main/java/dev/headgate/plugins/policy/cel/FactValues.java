package dev.headgate.plugins.policy.cel;

import dev.headgate.spi.PluginException;
import dev.headgate.spi.PolicyFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Facts as CEL wants them. Lists and maps that are missing are empty, variables that are missing
 * are structs without any field; other facts that are missing stay so, which {@code has} tells.
 */
final class FactValues {
  private FactValues() {}

  /** All variables; {@link PluginException} where a fact is not of its type. */
  static Map<String, Object> of(Map<String, Object> facts) {
    Map<String, Object> values = new HashMap<>();
    PolicyFacts.VARIABLES.forEach(
        (name, type) -> {
          Object fact = facts.get(name);
          if (fact != null || !(type instanceof PolicyFacts.Type.Plain)) {
            values.put(name, value(fact, type, name));
          }
        });
    return values;
  }

  private static Object value(Object fact, PolicyFacts.Type type, String path) {
    if (type instanceof PolicyFacts.Type.ListOf list) {
      List<Object> values = new ArrayList<>();
      for (Object item : as(List.class, fact == null ? List.of() : fact, path)) {
        values.add(value(item, list.element(), path + "[" + values.size() + "]"));
      }
      return List.copyOf(values);
    }
    if (type instanceof PolicyFacts.Type.MapOf map) {
      Map<String, Object> values = new HashMap<>();
      entries(fact, path)
          .forEach((key, v) -> values.put(key, value(v, map.value(), path + "['" + key + "']")));
      return Map.copyOf(values);
    }
    if (type instanceof PolicyFacts.Type.Struct struct) {
      return struct(entries(fact, path), struct, path);
    }
    return switch ((PolicyFacts.Type.Plain) type) {
      case TEXT -> as(String.class, fact, path);
      case WHOLE -> as(Long.class, fact instanceof Integer i ? i.longValue() : fact, path);
      case DECIMAL ->
          as(
              Double.class,
              fact instanceof Long || fact instanceof Integer
                  ? ((Number) fact).doubleValue()
                  : fact,
              path);
      case FLAG -> as(Boolean.class, fact, path);
      case INSTANT -> as(Instant.class, fact, path);
      case DURATION -> as(Duration.class, fact, path);
    };
  }

  private static Object struct(
      Map<String, Object> facts, PolicyFacts.Type.Struct struct, String path) {
    Map<String, Object> values = new HashMap<>();
    struct
        .fields()
        .forEach(
            (name, type) -> {
              Object fact = facts.get(name);
              boolean container =
                  type instanceof PolicyFacts.Type.ListOf || type instanceof PolicyFacts.Type.MapOf;
              if (fact != null || container) {
                values.put(name, value(fact, type, path + "." + name));
              }
            });
    return Map.copyOf(values);
  }

  private static Map<String, Object> entries(Object fact, String path) {
    Map<String, Object> entries = new HashMap<>();
    for (Object entry : as(Map.class, fact == null ? Map.of() : fact, path).entrySet()) {
      Map.Entry<?, ?> e = (Map.Entry<?, ?>) entry;
      entries.put(as(String.class, e.getKey(), path), e.getValue());
    }
    return entries;
  }

  private static <T> T as(Class<T> type, Object fact, String path) {
    if (!type.isInstance(fact)) {
      throw new PluginException(
          "the fact '"
              + path
              + "' is "
              + (fact == null ? "nothing" : "a " + fact.getClass().getSimpleName())
              + ": expected a "
              + type.getSimpleName());
    }
    return type.cast(fact);
  }
}
