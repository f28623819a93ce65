package dev.headgate.plugins.checks;

import dev.headgate.spi.KeySpec;
import dev.headgate.spi.PluginException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Which columns a check is about: {@code column}, or {@code property} as ODCS calls it, or for
 * several {@code arguments: {properties: […]}}.
 */
final class Columns {
  static final KeySpec COLUMN = KeySpec.optional("column", KeySpec.Type.STRING, "a column's name");
  static final KeySpec PROPERTY =
      KeySpec.optional("property", KeySpec.Type.STRING, "a column's name");
  static final KeySpec ARGUMENTS =
      KeySpec.optional("arguments", KeySpec.Type.MAP, "{properties: [column, …]}");

  private Columns() {}

  /** The only column. */
  static String one(One request) {
    List<String> columns = all(request);
    if (columns.size() != 1) {
      throw new PluginException("expected one column, but found " + columns);
    }
    return columns.get(0);
  }

  /** All columns, at least one. */
  static List<String> all(One request) {
    Map<String, Object> settings = request.spec().settings();
    List<String> found = new ArrayList<>();
    for (KeySpec key : List.of(COLUMN, PROPERTY)) {
      if (settings.get(key.name()) instanceof String column) {
        found.add(column);
      }
    }
    if (found.size() > 1) {
      throw new PluginException("'column' and 'property' mean the same; expected one of them");
    }
    Object arguments = settings.get(ARGUMENTS.name());
    if (arguments != null) {
      if (!found.isEmpty()) {
        throw new PluginException("expected either a column or arguments, not both");
      }
      found.addAll(properties(arguments));
    }
    if (found.isEmpty()) {
      throw new PluginException("it names no column; expected 'column'");
    }
    return List.copyOf(found);
  }

  private static List<String> properties(Object arguments) {
    List<String> names = new ArrayList<>();
    if (arguments instanceof Map<?, ?> map
        && map.size() == 1
        && map.get("properties") instanceof List<?> list) {
      for (Object element : list) {
        if (element instanceof String name) {
          names.add(name);
        }
      }
      if (names.size() == list.size() && !names.isEmpty()) {
        return names;
      }
    }
    throw new PluginException(
        "arguments: expected {properties: [column, …]}, but found " + arguments);
  }
}
