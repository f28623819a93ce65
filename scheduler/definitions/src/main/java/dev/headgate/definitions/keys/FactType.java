package dev.headgate.definitions.keys;

import java.util.Map;

/** What a fact is that policies ask about, so that the fixtures of policies can be checked. */
public sealed interface FactType {
  /** Text, whole number, decimal, truth value, point in time, length of time. */
  enum Plain implements FactType {
    TEXT,
    WHOLE,
    DECIMAL,
    FLAG,
    INSTANT,
    DURATION
  }

  /** A list of one type. */
  record ListOf(FactType element) implements FactType {}

  /** A map from texts to one type. */
  record MapOf(FactType value) implements FactType {}

  /** A record, of which every field may be left out. */
  record Struct(String name, Map<String, FactType> fields) implements FactType {
    public Struct {
      fields = Map.copyOf(fields);
    }
  }
}
