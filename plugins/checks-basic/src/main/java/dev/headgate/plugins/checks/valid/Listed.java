package dev.headgate.plugins.checks.valid;

import dev.headgate.plugins.checks.compare.Decimals;
import dev.headgate.plugins.checks.sql.Sql;
import dev.headgate.plugins.checks.table.Column;
import dev.headgate.spi.PluginException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Conditions about lists of values. A null in a list says nothing. */
final class Listed {
  private Listed() {}

  /** All values are among these. */
  static Constraint valid(Object values, Column column) {
    String key = "validValues";
    if (list(values, key).isEmpty()) {
      throw new PluginException(key + ": found an empty list, expected the values that are valid");
    }
    String phrase = "one of " + String.join(", ", texts(list(values, key)));
    return any(values, key, column)
        .map(listed -> Constraint.of("NOT " + listed, phrase))
        .orElse(Constraint.of("1 = 1", phrase));
  }

  /** A condition that holds for a value in the list; empty if no value of the column can be. */
  static Optional<String> any(Object values, String key, Column column) {
    List<Object> listed = list(values, key);
    boolean numbers = listed.stream().allMatch(Number.class::isInstance);
    boolean flags = listed.stream().allMatch(Boolean.class::isInstance);
    return switch (column.kind()) {
      case INTEGER, DECIMAL, FLOATING -> in(column.sql(), numbers(listed));
      case BOOLEAN -> in(column.sql(), flags(listed));
      case DATE, LOCAL_TIMESTAMP, TIMESTAMP, TIME -> in(column.sql(), moments(listed, column));
      case TEXT -> in(column.sql(), literals(listed));
      case UNKNOWN ->
          numbers
              ? in(column.sql(), numbers(listed))
              : flags ? in(column.sql(), flags(listed)) : in(column.asText(), literals(listed));
      case BINARY, LIST, MAP, STRUCT, OTHER ->
          throw new PluginException(
              key
                  + ": expected a column of single values, but "
                  + column.name()
                  + " is of type "
                  + column.type());
    };
  }

  private static Optional<String> in(String value, List<String> literals) {
    return literals.isEmpty()
        ? Optional.empty()
        : Optional.of("(" + value + " IN (" + String.join(", ", literals) + "))");
  }

  private static List<Object> list(Object values, String key) {
    if (!(values instanceof List<?> list)) {
      throw new PluginException(key + ": expected a list, but found " + values);
    }
    List<Object> singles = new ArrayList<>();
    for (Object value : list) {
      if (value instanceof List<?> || value instanceof Map<?, ?>) {
        throw new PluginException(key + ": expected single values, but found " + value);
      }
      if (value != null) {
        singles.add(value);
      }
    }
    return singles;
  }

  private static List<String> texts(List<Object> values) {
    return values.stream()
        .map(v -> v instanceof Number n ? Decimals.of(n, "the list").toPlainString() : v.toString())
        .toList();
  }

  private static List<String> literals(List<Object> values) {
    return texts(values).stream().map(Sql::literal).toList();
  }

  /** What is no number is left out: no value of the column is that text. */
  private static List<String> numbers(List<Object> values) {
    return texts(values).stream().flatMap(text -> number(text).stream()).toList();
  }

  private static Optional<String> number(String text) {
    try {
      return Optional.of(Sql.literal(new BigDecimal(text.strip())));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static List<String> flags(List<Object> values) {
    return texts(values).stream()
        .map(text -> text.toUpperCase(Locale.ROOT))
        .filter(text -> text.equals("TRUE") || text.equals("FALSE"))
        .toList();
  }

  private static List<String> moments(List<Object> values, Column column) {
    return texts(values).stream()
        .flatMap(text -> Moment.parse(text, column.kind()).stream())
        .map(moment -> Sql.literal(moment.text()))
        .toList();
  }
}
