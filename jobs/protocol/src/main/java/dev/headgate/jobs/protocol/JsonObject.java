package dev.headgate.jobs.protocol;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A JSON object with typed access; a key of another type is an {@link IllegalArgumentException}.
 */
final class JsonObject {
  private final Map<?, ?> map;

  private JsonObject(Map<?, ?> map) {
    this.map = map;
  }

  static JsonObject read(String json) {
    return of(JsonReader.read(json), "the document");
  }

  private static JsonObject of(Object value, String what) {
    if (value instanceof Map<?, ?> map) {
      return new JsonObject(map);
    }
    throw new IllegalArgumentException(what + " is not a JSON object");
  }

  String text(String key) {
    return optionalText(key)
        .orElseThrow(() -> new IllegalArgumentException("'" + key + "' is missing"));
  }

  Optional<String> optionalText(String key) {
    return optional(key, String.class);
  }

  long number(String key) {
    return required(key, Long.class);
  }

  boolean flag(String key) {
    return required(key, Boolean.class);
  }

  List<JsonObject> objects(String key) {
    return list(key).stream().map(element -> of(element, "an element of '" + key + "'")).toList();
  }

  List<String> texts(String key) {
    return list(key).stream().map(element -> cast(key, element)).toList();
  }

  Map<String, String> textMap(String key) {
    Map<String, String> texts = new LinkedHashMap<>();
    Map<?, ?> values = required(key, Map.class);
    values.forEach((k, v) -> texts.put(cast(key, k), cast(key, v)));
    return texts;
  }

  private List<?> list(String key) {
    return required(key, List.class);
  }

  private static String cast(String key, Object value) {
    if (value instanceof String text) {
      return text;
    }
    throw new IllegalArgumentException("'" + key + "' holds what is not a text: " + value);
  }

  private <T> T required(String key, Class<T> type) {
    return optional(key, type)
        .orElseThrow(() -> new IllegalArgumentException("'" + key + "' is missing"));
  }

  private <T> Optional<T> optional(String key, Class<T> type) {
    Object value = map.get(key);
    if (value != null && !type.isInstance(value)) {
      throw new IllegalArgumentException(
          "'" + key + "' is not a " + type.getSimpleName() + ": " + value);
    }
    return Optional.ofNullable(value).map(type::cast);
  }
}
