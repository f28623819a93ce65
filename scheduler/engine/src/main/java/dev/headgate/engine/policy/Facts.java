package dev.headgate.engine.policy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** A struct of facts while it is put together; what is empty is left out. */
final class Facts {
  private final Map<String, Object> fields = new HashMap<>();

  Facts with(String name, Object value) {
    fields.put(name, value);
    return this;
  }

  Facts with(String name, int value) {
    return with(name, (Object) (long) value);
  }

  Facts withAny(String name, Optional<?> value) {
    value.ifPresent(v -> fields.put(name, v));
    return this;
  }

  Facts withAny(String name, OptionalLong value) {
    value.ifPresent(v -> fields.put(name, v));
    return this;
  }

  /** Values that are one text, number or truth value, as text; others are left out. */
  Facts withTexts(String name, Map<String, ?> values) {
    Map<String, Object> texts = new HashMap<>();
    values.forEach(
        (key, value) -> {
          if (!(value instanceof Map) && !(value instanceof List)) {
            texts.put(key, String.valueOf(value));
          }
        });
    return with(name, Map.copyOf(texts));
  }

  Map<String, Object> done() {
    return Map.copyOf(fields);
  }
}
