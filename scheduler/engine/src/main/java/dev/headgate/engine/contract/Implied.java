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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rules that say again what the schema says, written by people or made from it. Their changes are
 * changes of the schema and are told as such.
 */
final class Implied {
  private static final Pattern NAME = Pattern.compile("(\\w+)\\((.+)\\)");

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
    return rule.blocks()
        && rule.range().filter(Range::isZero).isPresent()
        && (isCalledAfterSchema(rule.spec().name()) || asksWhatSchemaSays(rule));
  }

  /** Whether it has the name of a rule that is made from the schema: a key with its columns. */
  private boolean isCalledAfterSchema(String name) {
    Matcher matcher = NAME.matcher(name);
    if (!matcher.matches()) {
      return false;
    }
    String key = matcher.group(1);
    String of = lower(matcher.group(2));
    if (key.equals("primaryKey")) {
      return Set.copyOf(List.of(of.split(", ", -1))).equals(primaryKey);
    }
    Optional<Column> column = Optional.ofNullable(columns.get(of));
    return column
        .filter(
            c ->
                switch (key) {
                  case "required" -> c.required() || primaryKey.contains(of);
                  case "unique" -> c.unique();
                  case "enum" -> !c.allowed().isEmpty();
                  default -> c.options().containsKey(key);
                })
        .isPresent();
  }

  private boolean asksWhatSchemaSays(Rule rule) {
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
