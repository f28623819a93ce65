package dev.headgate.definitions.contract;

import dev.headgate.definitions.shape.Shape;
import dev.headgate.definitions.shape.Shape.Field;
import dev.headgate.definitions.shape.Shape.Fields;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Builds the shape of one mapping of a contract, as its version of ODCS has it. */
final class ShapeBuilder {
  private final ApiVersion version;
  private final String what;
  private final Map<String, Field> fields = new LinkedHashMap<>();
  private final Map<String, String> refused = new HashMap<>();
  private String named = "";
  private ApiVersion since = ApiVersion.V3_0_0;

  ShapeBuilder(ApiVersion version, String what) {
    this.version = version;
    this.what = what;
  }

  /** The key that tells in errors which one it is. */
  ShapeBuilder named(String key) {
    named = key;
    return this;
  }

  /** The keys that follow are there from this version on. */
  ShapeBuilder since(ApiVersion first) {
    since = first;
    return this;
  }

  /** A key that must be there. */
  ShapeBuilder need(String key, Shape shape) {
    return add(key, new Field(shape, true, false));
  }

  /** A key with a meaning: one without a value is a mistake. */
  ShapeBuilder key(String key, Shape shape) {
    return add(key, new Field(shape, false, false));
  }

  /** A key for people: one without a value counts as absent. */
  ShapeBuilder doc(String key, Shape shape) {
    return add(key, new Field(shape, false, true));
  }

  /** A key that is not here, and why. */
  ShapeBuilder refuse(String key, String reason) {
    refused.put(key, reason);
    return this;
  }

  private ShapeBuilder add(String key, Field field) {
    if (version.isAtLeast(since)) {
      fields.put(key, field);
      refused.remove(key);
    } else {
      refused.put(
          key, "belongs to ODCS " + since + " and later: this contract's apiVersion is " + version);
    }
    return this;
  }

  Fields build() {
    return new Fields(what, named, fields, refused);
  }
}
