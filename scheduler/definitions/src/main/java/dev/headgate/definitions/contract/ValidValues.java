package dev.headgate.definitions.contract;

import dev.headgate.model.contract.Column;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds values that a rule calls valid and that no value of the column can be. */
final class ValidValues {
  private ValidValues() {}

  /** What is wrong with a rule on one column; empty where nothing is, or nothing is certain. */
  static Optional<String> mistake(Map<String, Object> settings, List<Column> columns) {
    Object name = settings.getOrDefault("column", settings.get("property"));
    if (!(settings.get("arguments") instanceof Map<?, ?> arguments)
        || !(arguments.get("validValues") instanceof List<?> valid)
        || !(name instanceof String path)) {
      return Optional.empty();
    }
    Optional<Family> family = column(columns, path).flatMap(Family::of);
    return family.flatMap(
        f ->
            valid.stream()
                .filter(v -> !fits(v, f))
                .findFirst()
                .map(
                    v ->
                        "'validValues': no value of the column '"
                            + path
                            + "' is "
                            + (v instanceof String ? "'" + v + "'" : v)
                            + ": expected "
                            + expected(f)));
  }

  private static Optional<Column> column(List<Column> columns, String path) {
    Optional<Column> found = Optional.empty();
    List<Column> level = columns;
    for (String part : path.split("\\.", -1)) {
      found = level.stream().filter(c -> c.name().equalsIgnoreCase(part)).findFirst();
      level = found.map(Column::fields).orElse(List.of());
    }
    return found;
  }

  private static boolean fits(Object value, Family family) {
    String text = value.toString().strip();
    return switch (family) {
      case TEXT -> true;
      case BOOLEAN -> text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false");
      case WHOLE -> number(text).filter(n -> n.stripTrailingZeros().scale() <= 0).isPresent();
      case NUMBER -> number(text).isPresent();
      case DATE, TIMESTAMP, LOCAL_TIMESTAMP, TIME ->
          value instanceof String && Moments.of(family, Map.of()).read(text).isPresent();
      case STRUCT, LIST, MAP -> false;
    };
  }

  private static Optional<BigDecimal> number(String text) {
    try {
      return Optional.of(new BigDecimal(text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static String expected(Family family) {
    return switch (family) {
      case TEXT -> "texts";
      case BOOLEAN -> "true or false";
      case WHOLE -> "whole numbers";
      case NUMBER -> "numbers";
      case DATE -> "days such as 2026-01-31";
      case TIMESTAMP, LOCAL_TIMESTAMP -> "points in time such as 2026-01-31T12:00:00Z";
      case TIME -> "times of day such as 05:30";
      case STRUCT, LIST, MAP -> "a column of single values";
    };
  }
}
