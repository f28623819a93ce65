package dev.headgate.engine.contract.type;

import java.util.Locale;
import java.util.Optional;

/** The types of Iceberg, without their arguments. */
public enum Kind {
  BOOLEAN,
  INT,
  LONG,
  FLOAT,
  DOUBLE,
  DECIMAL,
  DATE,
  TIME,
  TIMESTAMP,
  TIMESTAMPTZ,
  TIMESTAMP_NS,
  TIMESTAMPTZ_NS,
  STRING,
  UUID,
  FIXED,
  BINARY,
  VARIANT,
  GEOMETRY,
  GEOGRAPHY,
  STRUCT,
  LIST,
  MAP;

  /** Of an Iceberg type as metadata writes it, such as {@code decimal(10, 2)}. */
  static Optional<Kind> of(String type) {
    String name = type.replaceAll("[(\\[<].*", "").strip().toUpperCase(Locale.ROOT);
    for (Kind kind : values()) {
      if (kind.name().equals(name)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
