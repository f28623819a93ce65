package dev.headgate.plugins.policy.cel;

import dev.headgate.spi.PolicyFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Facts for tests: of each type one with everything. */
final class Facts {
  static final Instant NOW = Instant.parse("2026-07-01T12:00:00Z");

  private Facts() {}

  /** Every variable with every field. */
  static Map<String, Object> complete() {
    Map<String, Object> facts = new HashMap<>();
    PolicyFacts.VARIABLES.forEach((name, type) -> facts.put(name, any(type)));
    return facts;
  }

  /** Some value of a type. */
  static Object any(PolicyFacts.Type type) {
    if (type instanceof PolicyFacts.Type.ListOf list) {
      return List.of(any(list.element()));
    }
    if (type instanceof PolicyFacts.Type.MapOf map) {
      return Map.of("tier", any(map.value()));
    }
    if (type instanceof PolicyFacts.Type.Struct struct) {
      Map<String, Object> fields = new HashMap<>();
      struct.fields().forEach((name, field) -> fields.put(name, any(field)));
      return fields;
    }
    return switch ((PolicyFacts.Type.Plain) type) {
      case TEXT -> "text";
      case WHOLE -> 7L;
      case DECIMAL -> 7.5;
      case FLAG -> true;
      case INSTANT -> NOW;
      case DURATION -> Duration.ofHours(7);
    };
  }
}
