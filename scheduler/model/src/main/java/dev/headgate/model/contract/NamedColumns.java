package dev.headgate.model.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The columns that a rule names, and whether a contract has them: a table of it has no others.
 * Names are looked up as the checks do, whatever their case; where a contract says nothing of the
 * fields of a column, any may be there.
 */
public final class NamedColumns {
  private static final String RELATIONSHIP = "relationship";

  private NamedColumns() {}

  /**
   * What a contract does not have.
   *
   * @param part of the path: its first that is not there
   * @param known what is there in its place
   */
  public record Missing(String part, List<String> known) {
    public Missing {
      known = List.copyOf(known);
    }
  }

  /** Those of the dataset that a rule is on, each once. */
  public static List<String> own(String type, Map<String, Object> settings) {
    List<String> named = new ArrayList<>();
    for (String key : List.of("column", "property")) {
      if (settings.get(key) instanceof String column) {
        named.add(column);
      }
    }
    if (type.equals("duplicateValues")) {
      named.addAll(listed(settings, "properties"));
    } else if (type.equals(RELATIONSHIP)) {
      named.addAll(listed(settings, "columns"));
    }
    return named.stream().distinct().toList();
  }

  /** Those of the dataset that a relationship points to, each once. */
  public static List<String> target(String type, Map<String, Object> settings) {
    return type.equals(RELATIONSHIP)
        ? listed(settings, "properties").stream().distinct().toList()
        : List.of();
  }

  /** The name of the dataset that a relationship points to, as written. */
  public static Optional<String> targetDataset(String type, Map<String, Object> settings) {
    return type.equals(RELATIONSHIP)
            && settings.get("arguments") instanceof Map<?, ?> arguments
            && arguments.get("dataset") instanceof String dataset
        ? Optional.of(dataset)
        : Optional.empty();
  }

  /** What of a path the columns do not have; empty where all is there. */
  public static Optional<Missing> missing(List<Column> columns, String path) {
    List<Column> level = columns;
    if (in(level, path).isPresent()) {
      return Optional.empty();
    }
    for (String part : path.split("\\.", -1)) {
      // What has no fields in the contract may have any in the table.
      if (level.isEmpty()) {
        return Optional.empty();
      }
      Optional<Column> found = in(level, part);
      if (found.isEmpty()) {
        return Optional.of(new Missing(part, level.stream().map(Column::name).toList()));
      }
      level = found.get().fields();
    }
    return Optional.empty();
  }

  private static Optional<Column> in(List<Column> columns, String name) {
    return columns.stream().filter(c -> c.name().equalsIgnoreCase(name)).findFirst();
  }

  private static List<String> listed(Map<String, Object> settings, String key) {
    return settings.get("arguments") instanceof Map<?, ?> arguments
            && arguments.get(key) instanceof List<?> names
        ? names.stream().map(String::valueOf).toList()
        : List.of();
  }
}
