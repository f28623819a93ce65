package dev.headgate.plugins.checks.table;

import dev.headgate.model.lake.TableDescription.ColumnBounds;
import dev.headgate.model.lake.TableDescription.Field;
import dev.headgate.spi.PluginException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A column, or a field of one.
 *
 * @param name as the table has it, with dots between the names of a field of a struct
 * @param sql its name in SQL
 * @param type in Iceberg's words; empty where unknown
 * @param fields of a struct
 * @param bounds what the manifests tell; empty for a field of a struct
 * @param allRows how many rows the table has, if the manifests tell
 */
public record Column(
    String name,
    String sql,
    Kind kind,
    String type,
    List<Field> fields,
    Optional<ColumnBounds> bounds,
    OptionalLong allRows) {
  private static final Pattern DECIMAL = Pattern.compile("decimal\\(\\d+, *(\\d+)\\)");

  public OptionalLong nulls() {
    return bounds.map(ColumnBounds::nulls).orElse(OptionalLong.empty());
  }

  /** Whether metadata proves that it has no value at all. */
  public boolean isEmpty() {
    return allRows.isPresent()
        && (allRows.getAsLong() == 0 || (nulls().isPresent() && nulls().equals(allRows)));
  }

  public Optional<String> lower() {
    return bounds.flatMap(ColumnBounds::lower);
  }

  public Optional<String> upper() {
    return bounds.flatMap(ColumnBounds::upper);
  }

  /** How many digits exact numbers have after the point; empty for values of other kinds. */
  public OptionalInt scale() {
    if (kind == Kind.INTEGER) {
      return OptionalInt.of(0);
    }
    Matcher decimal = DECIMAL.matcher(type);
    return decimal.matches()
        ? OptionalInt.of(Integer.parseInt(decimal.group(1)))
        : OptionalInt.empty();
  }

  /** Refuses a rule that says nothing about such values; what is unknown is not refused. */
  public void require(Set<Kind> kinds, String key, String expected) {
    if (kind != Kind.UNKNOWN && !kinds.contains(kind)) {
      throw new PluginException(
          key + ": expected a column of " + expected + ", but " + name + " is of type " + type);
    }
  }

  /** As text, whatever it is. */
  public String asText() {
    return kind == Kind.TEXT ? sql : "CAST(" + sql + " AS STRING)";
  }
}
