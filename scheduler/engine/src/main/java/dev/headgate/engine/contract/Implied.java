package dev.headgate.engine.contract;

import dev.headgate.engine.contract.type.ColumnType;
import dev.headgate.model.contract.Column;
import dev.headgate.model.contract.Contract;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Rules that say again what the schema says, written by people or made from it. Their changes are
 * changes of the schema and are told as such.
 */
final class Implied {
  private final Map<String, Column> columns = new HashMap<>();
  private final Set<String> primaryKey = new HashSet<>();

  Implied(Contract contract) {
    collect("", contract.columns());
    KeyColumns.primary(contract).forEach(column -> primaryKey.add(lower(column)));
  }

  private void collect(String parent, List<Column> fields) {
    for (Column column : fields) {
      String path = parent + lower(column.name());
      columns.put(path, column);
      collect(path + ".", ColumnType.fields(column));
    }
  }

  boolean says(Rule rule) {
    if (!rule.blocks() || rule.range().filter(Range::isZero).isEmpty()) {
      return false;
    }
    List<String> named = rule.columns().stream().map(Implied::lower).toList();
    Optional<Column> column =
        named.size() == 1 ? Optional.ofNullable(columns.get(named.get(0))) : Optional.empty();
    return switch (rule.spec().type()) {
      case "nullValues" ->
          column.filter(c -> c.required() || primaryKey.contains(named.get(0))).isPresent();
      case "duplicateValues" ->
          column.filter(Column::unique).isPresent()
              || (!named.isEmpty() && Set.copyOf(named).equals(primaryKey));
      case "invalidValues" -> column.filter(c -> says(c, rule.arguments())).isPresent();
      default -> false;
    };
  }

  private static boolean says(Column column, Map<String, Object> arguments) {
    return !arguments.isEmpty()
        && arguments.entrySet().stream()
            .allMatch(
                e ->
                    e.getKey().equals("validValues")
                        ? e.getValue().equals(column.allowed())
                        : e.getValue().equals(column.options().get(e.getKey())));
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
