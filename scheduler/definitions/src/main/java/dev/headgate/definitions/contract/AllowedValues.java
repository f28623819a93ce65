package dev.headgate.definitions.contract;

import dev.headgate.definitions.shape.Checked;
import dev.headgate.definitions.yaml.Values;
import dev.headgate.definitions.yaml.Yaml;
import dev.headgate.model.contract.LogicalType;
import java.math.BigInteger;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code enum}: the values that a column may have. */
final class AllowedValues {
  private final Values values;

  AllowedValues(Values values) {
    this.values = values;
  }

  List<Object> read(Checked property, Optional<LogicalType> type) {
    Set<Object> allowed = new LinkedHashSet<>();
    for (Checked entry : property.mappings("enum")) {
      Optional<Yaml> value =
          entry.yaml().entries().stream()
              .filter(e -> e.key().equals("value"))
              .map(Yaml.Entry::value)
              .findFirst();
      if (value.isPresent() && value.get() instanceof Yaml.Scalar scalar) {
        value(scalar, type)
            .filter(v -> !allowed.add(v))
            .ifPresent(
                v ->
                    values
                        .problems()
                        .add(scalar.at(), "'value': " + scalar.found() + " is in 'enum' twice"));
      }
    }
    return List.copyOf(allowed);
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
