package dev.headgate.plugins.checks.valid;

import dev.headgate.model.lake.TableDescription.Field;
import dev.headgate.plugins.checks.compare.Decimals;
import dev.headgate.plugins.checks.sql.Sql;
import dev.headgate.plugins.checks.table.Column;
import dev.headgate.plugins.checks.table.Kind;
import dev.headgate.spi.PluginException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** How long texts are, how many items lists have, and which properties objects have. */
final class Size {
  private Size() {}

  static Constraint of(String key, Object value, Column column) {
    BigDecimal number = value instanceof Number n ? Decimals.of(n, key) : BigDecimal.ONE.negate();
    if (number.signum() < 0 || number.stripTrailingZeros().scale() > 0) {
      throw new PluginException(key + ": expected a whole number from 0, but found " + value);
    }
    boolean least = key.startsWith("min");
    String size = size(key, column);
    return new Constraint(
        size + (least ? " < " : " > ") + Sql.literal(number),
        false,
        key + " " + Decimals.text(number),
        Optional.of(size + (least ? "" : " DESC")));
  }

  private static String size(String key, Column column) {
    if (key.endsWith("Length")) {
      column.require(Set.of(Kind.TEXT, Kind.BINARY), key, "texts");
      return "length(" + column.sql() + ")";
    }
    if (key.endsWith("Items")) {
      column.require(Set.of(Kind.LIST), key, "lists");
      return "cardinality(" + column.sql() + ")";
    }
    column.require(Set.of(Kind.MAP, Kind.STRUCT), key, "objects");
    return column.kind() == Kind.STRUCT
        ? column.fields().stream()
            .map(f -> "CASE WHEN " + field(column, f) + " IS NULL THEN 0 ELSE 1 END")
            .collect(Collectors.joining(" + ", "(", ")"))
        : "cardinality(" + column.sql() + ")";
  }

  /** {@code uniqueItems}; nothing where it is false. */
  static Optional<Constraint> unique(Object value, Column column) {
    column.require(Set.of(Kind.LIST), "uniqueItems", "lists");
    if (!(value instanceof Boolean unique)) {
      throw new PluginException("uniqueItems: expected true or false, but found " + value);
    }
    String list = column.sql();
    return unique
        ? Optional.of(
            Constraint.of(
                "cardinality(array_distinct(" + list + ")) < cardinality(" + list + ")",
                "unique items"))
        : Optional.empty();
  }

  /** {@code required}: properties that every object has. */
  static Constraint required(Object value, Column column) {
    column.require(Set.of(Kind.MAP, Kind.STRUCT), "required", "objects");
    if (!(value instanceof List<?> names) || names.isEmpty()) {
      throw new PluginException("required: expected a list of properties, but found " + value);
    }
    String missing =
        names.stream()
            .map(name -> isMissing(name.toString(), column))
            .collect(Collectors.joining(" OR "));
    return Constraint.of(
        missing,
        "required " + names.stream().map(Object::toString).collect(Collectors.joining(", ")));
  }

  private static String isMissing(String name, Column column) {
    if (column.kind() == Kind.MAP) {
      return "NOT map_contains_key(" + column.sql() + ", " + Sql.literal(name) + ")";
    }
    Optional<Field> field =
        column.fields().stream().filter(f -> f.name().equalsIgnoreCase(name)).findFirst();
    if (column.kind() == Kind.STRUCT && field.isEmpty()) {
      throw new PluginException("required: " + column.name() + " has no field " + name);
    }
    return column.sql() + "." + Sql.quoted(field.map(Field::name).orElse(name)) + " IS NULL";
  }

  private static String field(Column column, Field field) {
    return column.sql() + "." + Sql.quoted(field.name());
  }
}
