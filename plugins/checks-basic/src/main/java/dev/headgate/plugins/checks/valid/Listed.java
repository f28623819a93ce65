package dev.headgate.plugins.checks.valid;

import dev.headgate.plugins.checks.compare.Decimals;
import dev.headgate.plugins.checks.sql.Sql;
import dev.headgate.plugins.checks.table.Column;
import dev.headgate.plugins.checks.table.Numbers;
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
    List<Object> listed = list(values, key);
    if (listed.isEmpty()) {
      throw new PluginException(key + ": found an empty list, expected the values that are valid");
    }
    Optional<String> condition = any(values, key, column);
    for (String text : texts(listed)) {
      if (!isOf(text, column)) {
        throw new PluginException(
            key
                + ": "
                + text
                + " cannot be a value of "
                + column.name()
                + ", which is of type "
                + column.type());
      }
    }
    String phrase = "one of " + String.join(", ", texts(listed));
    return condition
        .map(among -> Constraint.of("NOT " + among, phrase))
        .orElse(Constraint.of("1 = 1", phrase));
  }

  /** Whether a text is a value of such a column, or a number that can be compared with it. */
  private static boolean isOf(String text, Column column) {
    return switch (column.kind()) {
      case INTEGER, DECIMAL, FLOAT, DOUBLE -> Decimals.parse(text).isPresent();
      case BOOLEAN -> isFlag(text);
      case DATE, LOCAL_TIMESTAMP, TIMESTAMP, TIME -> Moment.parse(text, column.kind()).isPresent();
      case TEXT, UNKNOWN, BINARY, LIST, MAP, STRUCT, OTHER -> true;
    };
  }

  /** A condition that holds for a value in the list; empty if no value of the column can be. */
  static Optional<String> any(Object values, String key, Column column) {
    List<Object> listed = list(values, key);
    boolean numbers = listed.stream().allMatch(Number.class::isInstance);
    boolean flags = listed.stream().allMatch(Boolean.class::isInstance);
    return switch (column.kind()) {
      case INTEGER, DECIMAL, FLOAT, DOUBLE -> in(column.sql(), numbers(listed, column));
      case BOOLEAN -> in(column.sql(), flags(listed));
      case DATE, LOCAL_TIMESTAMP, TIMESTAMP, TIME -> in(column.sql(), moments(listed, column));
      case TEXT -> in(column.sql(), literals(listed));
      case UNKNOWN ->
          numbers
              ? in(column.sql(), numbers(listed, column))
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
        .map(v -> v instanceof Number n ? Decimals.text(Decimals.of(n, "the list")) : v.toString())
        .toList();
  }

  private static List<String> literals(List<Object> values) {
    return texts(values).stream().map(Sql::literal).toList();
  }

  /** What is no number is left out: no value of the column is that text. */
  private static List<String> numbers(List<Object> values, Column column) {
    return texts(values).stream()
        .flatMap(text -> Decimals.parse(text).stream())
        .filter(number -> canHold(column, number))
        .map(number -> Numbers.literal(number, column.kind()))
        .toList();
  }

  private static boolean canHold(Column column, BigDecimal number) {
    if (column.scale().isEmpty()) {
      return !Numbers.isBeyond(number);
    }
    int scale = column.scale().getAsInt();
    return number.signum() == 0
        || (number.stripTrailingZeros().scale() <= scale
            && Decimals.wholeDigits(number) <= Sql.MOST_DIGITS - scale);
  }

  private static List<String> flags(List<Object> values) {
    return texts(values).stream()
        .map(text -> text.toUpperCase(Locale.ROOT))
        .filter(Listed::isFlag)
        .toList();
  }

  private static boolean isFlag(String text) {
    return text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false");
  }

  private static List<String> moments(List<Object> values, Column column) {
    return texts(values).stream()
        .flatMap(text -> Moment.parse(text, column.kind()).stream())
        .map(moment -> Sql.literal(moment.text()))
        .toList();
  }
}
