package dev.headgate.model.product;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of a dataset in the lake: its namespace (the domain) and the table's name, written
 * {@code domain.table}. Lower case letters, digits, {@code _} and {@code -}; a namespace may have
 * several levels.
 */
public record DatasetName(String namespace, String table) implements Comparable<DatasetName> {
  private static final Pattern PART = Pattern.compile("[a-z0-9_][a-z0-9_-]*");

  public DatasetName {
    for (String level : namespace.split("\\.", -1)) {
      check(level, namespace + "." + table);
    }
    check(table, namespace + "." + table);
  }

  /**
   * Parses {@code domain.table}; throws {@link IllegalArgumentException} that says what is
   * expected.
   */
  public static DatasetName parse(String text) {
    int dot = text.lastIndexOf('.');
    if (dot < 0) {
      throw new IllegalArgumentException(
          "'" + text + "' is not a dataset's name: expected domain.table");
    }
    return new DatasetName(text.substring(0, dot), text.substring(dot + 1));
  }

  /** Parses {@code domain.table}; empty where the text is no dataset's name. */
  public static Optional<DatasetName> tryParse(String text) {
    try {
      return Optional.of(parse(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static void check(String part, String whole) {
    if (!PART.matcher(part).matches() || !part.equals(part.toLowerCase(Locale.ROOT))) {
      throw new IllegalArgumentException(
          "'"
              + whole
              + "' is not a dataset's name: expected domain.table in lower case letters, digits, '_' and '-'");
    }
  }

  @Override
  public int compareTo(DatasetName other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    return namespace + "." + table;
  }
}
