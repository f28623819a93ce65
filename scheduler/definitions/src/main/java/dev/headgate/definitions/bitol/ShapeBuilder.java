package dev.headgate.definitions.bitol;

import dev.headgate.definitions.shape.Shape;
import dev.headgate.definitions.shape.Shape.Field;
import dev.headgate.definitions.shape.Shape.Fields;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Builds the shape of one mapping of a document, as its version of the standard has it. */
public final class ShapeBuilder {
  private final Edition version;
  private final String what;
  private final Map<String, Field> fields = new LinkedHashMap<>();
  private final Map<String, String> refused = new HashMap<>();
  private String named = "";
  private Optional<Edition> since = Optional.empty();

  public ShapeBuilder(Edition version, String what) {
    this.version = version;
    this.what = what;
  }

  /** The key that tells in errors which one it is. */
  public ShapeBuilder named(String key) {
    named = key;
    return this;
  }

  /** The keys that follow are there from this version on. */
  public ShapeBuilder since(Edition first) {
    since = Optional.of(first);
    return this;
  }

  /** The keys that follow are there in all versions. */
  public ShapeBuilder sinceEver() {
    since = Optional.empty();
    return this;
  }

  /** A key that must be there. */
  public ShapeBuilder need(String key, Shape shape) {
    return add(key, new Field(shape, true, false));
  }

  /** A key with a meaning: one without a value is a mistake. */
  public ShapeBuilder key(String key, Shape shape) {
    return add(key, new Field(shape, false, false));
  }

  /** A key for people: one without a value counts as absent. */
  public ShapeBuilder doc(String key, Shape shape) {
    return add(key, new Field(shape, false, true));
  }

  /** A key that is not here, and why. */
  public ShapeBuilder refuse(String key, String reason) {
    refused.put(key, reason);
    return this;
  }

  private ShapeBuilder add(String key, Field field) {
    if (since.isEmpty() || version.isAtLeast(since.get())) {
      fields.put(key, field);
      refused.remove(key);
    } else {
      refused.put(
          key,
          "belongs to "
              + version.standard()
              + " "
              + since.get()
              + " and later: this "
              + version.document()
              + "'s apiVersion is "
              + version);
    }
    return this;
  }

  public Fields build() {
    return new Fields(what, named, fields, refused);
  }
}
