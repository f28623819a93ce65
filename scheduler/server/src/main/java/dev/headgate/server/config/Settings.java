package dev.headgate.server.config;

import dev.headgate.model.ErrorCode;
import dev.headgate.model.HeadgateException;
import java.util.Map;
import java.util.TreeMap;

/** The values that were given, by key; each is known to be a key that exists. */
public final class Settings {
  private final Map<String, String> values;

  Settings(Map<String, String> values) {
    this.values = Map.copyOf(values);
  }

  /** A property's value, or its fallback; refuses what cannot be one, naming the property. */
  public <T> T read(Property<T> property) {
    String text = values.getOrDefault(property.key(), property.fallback());
    try {
      return property.parser().apply(text.trim());
    } catch (IllegalArgumentException e) {
      throw new HeadgateException(
          ErrorCode.INVALID_REQUEST,
          property.key() + " is '" + text + "': expected " + property.expected(),
          e);
    }
  }

  /** All values whose key starts with {@code prefix}, by the rest of the key. */
  public Map<String, String> below(String prefix) {
    Map<String, String> found = new TreeMap<>();
    values.forEach(
        (key, value) -> {
          if (key.startsWith(prefix)) {
            found.put(key.substring(prefix.length()), value);
          }
        });
    return Map.copyOf(found);
  }
}
