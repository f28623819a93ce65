package dev.headgate.definitions.contract;

import dev.headgate.definitions.shape.Checked;
import dev.headgate.definitions.yaml.Values;
import dev.headgate.definitions.yaml.Yaml;
import dev.headgate.model.contract.LogicalType;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code enum}: the values that a column may have. */
final class AllowedValues {
  private final Values values;

  AllowedValues(Values values) {
    this.values = values;
  }

  /**
   * The values.
   *
   * @param meant days and times in ISO 8601, whatever format they are written in
   */
  record Read(List<Object> written, List<Object> meant) {}

  /**
   * Reads them.
   *
   * @param moments of a column of days or times
   */
  Read read(Checked property, Optional<LogicalType> type, Optional<Moments> moments) {
    Map<Object, Object> allowed = new LinkedHashMap<>();
    for (Checked entry : property.mappings("enum")) {
      Optional<Yaml> value =
          entry.yaml().entries().stream()
              .filter(e -> e.key().equals("value"))
              .map(Yaml.Entry::value)
              .findFirst();
      if (value.isPresent() && value.get() instanceof Yaml.Scalar scalar) {
        value(scalar, type)
            .filter(v -> allowed.putIfAbsent(v, meant(v, scalar, moments)) != null)
            .ifPresent(
                v ->
                    values
                        .problems()
                        .add(scalar.at(), "'value': " + scalar.found() + " is in 'enum' twice"));
      }
    }
    return new Read(List.copyOf(allowed.keySet()), List.copyOf(allowed.values()));
  }

  private Object meant(Object value, Yaml.Scalar written, Optional<Moments> moments) {
    if (moments.isEmpty() || !(value instanceof String text)) {
      return value;
    }
    Optional<String> moment = moments.get().read(text).or(() -> moments.get().iso().read(text));
    if (moment.isEmpty()) {
      values.wrong(
          written, "value", moments.get().expected() + " in the column's format or ISO 8601");
    }
    return moment.orElse(text);
  }

  private Optional<Object> value(Yaml.Scalar scalar, Optional<LogicalType> type) {
    if (scalar.kind() == Yaml.Kind.NOTHING) {
      return Optional.empty();
    }
    Optional<Object> value = values.any(scalar, "value");
    String expected =
        type.map(
                t ->
                    switch (t) {
                      case STRING, DATE, TIMESTAMP, TIME -> "a text";
                      case NUMBER -> "a number";
                      case INTEGER -> "a whole number";
                      case BOOLEAN -> "true or false";
                      case OBJECT, ARRAY, MAP -> "no 'enum' for this type";
                    })
            .orElse("");
    boolean fits =
        value.isPresent()
            && switch (expected) {
              case "a text" -> value.get() instanceof String;
              case "a number" -> value.get() instanceof Number;
              case "a whole number" ->
                  value.get() instanceof Long || value.get() instanceof BigInteger;
              case "true or false" -> value.get() instanceof Boolean;
              default -> expected.isEmpty();
            };
    if (value.isPresent() && !fits) {
      values.wrong(scalar, "value", expected + ", as 'logicalType' is " + type.orElseThrow());
      return Optional.empty();
    }
    return value;
  }
}
