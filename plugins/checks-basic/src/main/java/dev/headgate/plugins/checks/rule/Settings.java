package dev.headgate.plugins.checks.rule;

import dev.headgate.plugins.checks.compare.Comparison;
import dev.headgate.plugins.checks.table.Column;
import dev.headgate.plugins.checks.table.Table;
import dev.headgate.spi.PluginException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a rule says. A column is named by {@code column}, or {@code property} as ODCS calls it;
 * several by {@code arguments: {properties: […]}}.
 */
public record Settings(Map<String, Object> values, Table table) {
  private static final String ARGUMENTS = "arguments";

  public Comparison comparison() {
    return Comparison.of(values);
  }

  /** A text. */
  public Optional<String> text(String key) {
    return values.get(key) instanceof String text ? Optional.of(text) : Optional.empty();
  }

  /** What is under {@code arguments}. */
  public Map<String, Object> arguments() {
    Object arguments = values.get(ARGUMENTS);
    if (arguments == null) {
      return Map.of();
    }
    if (arguments instanceof Map<?, ?> map) {
      Map<String, Object> named = new java.util.TreeMap<>();
      map.forEach((key, value) -> named.put(String.valueOf(key), value));
      return named;
    }
    throw new PluginException("arguments: expected a mapping, but found " + arguments);
  }

  /** The only column. */
  public Column column() {
    return table.column(
        named().orElseThrow(() -> new PluginException("it names no column; expected 'column'")));
  }

  /** The column, or several of {@code arguments}; at least one. */
  public List<Column> columns() {
    Optional<String> one = named();
    if (!arguments().containsKey("properties")) {
      return List.of(column());
    }
    if (one.isPresent()) {
      throw new PluginException("expected either a column or arguments, not both");
    }
    return texts("properties").stream().map(table::column).distinct().toList();
  }

  private Optional<String> named() {
    Optional<String> column = text("column");
    Optional<String> property = text("property");
    if (column.isPresent() && property.isPresent()) {
      throw new PluginException("'column' and 'property' mean the same; expected one of them");
    }
    return column.or(() -> property);
  }

  /** A list of texts under {@code arguments}, at least one. */
  public List<String> texts(String key) {
    Object found = arguments().get(key);
    List<String> texts = new ArrayList<>();
    if (found instanceof List<?> list) {
      list.stream().filter(String.class::isInstance).forEach(t -> texts.add((String) t));
      if (!texts.isEmpty() && texts.size() == list.size()) {
        return texts;
      }
    }
    throw new PluginException(
        "arguments: expected {" + key + ": [column, …]}, but found " + arguments());
  }
}
