package dev.headgate.plugins.checks.table;

import dev.headgate.model.lake.TableDescription;
import dev.headgate.model.lake.TableDescription.Field;
import dev.headgate.model.product.DatasetName;
import dev.headgate.plugins.checks.sql.Sql;
import dev.headgate.spi.PluginException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The dataset that rules are about.
 *
 * @param description what metadata tells; empty where nothing does
 */
public record Table(DatasetName name, Optional<TableDescription> description) {
  private static final int SORTED_BY = 3;

  public String sql() {
    return Sql.quoted(name);
  }

  public OptionalLong rows() {
    return description.map(TableDescription::rows).orElse(OptionalLong.empty());
  }

  /**
   * The column that a rule names; upper and lower case are the same, as in SQL. Dots lead into
   * structs, if no column is called so.
   *
   * @throws PluginException if the table is known and has none
   */
  public Column column(String wanted) {
    if (description.isEmpty()) {
      return new Column(
          wanted,
          path(List.of(wanted.split("\\."))),
          Kind.UNKNOWN,
          "",
          List.of(),
          Optional.empty(),
          OptionalLong.empty());
    }
    List<Field> columns = description.get().fields();
    return field(columns, wanted)
        .map(this::top)
        .orElseGet(() -> inside(columns, List.of(wanted.split("\\.")), wanted));
  }

  private Column top(Field field) {
    return column(
        field.name(),
        Sql.quoted(field.name()),
        field,
        Optional.ofNullable(description.orElseThrow().columns().get(field.name())));
  }

  private Column inside(List<Field> columns, List<String> names, String wanted) {
    List<Field> level = columns;
    Optional<Field> found = Optional.empty();
    StringBuilder name = new StringBuilder();
    StringBuilder sql = new StringBuilder();
    for (String part : names) {
      Optional<Field> parent = found;
      if (parent.isPresent() && Kind.ofIceberg(parent.get().type()) != Kind.STRUCT) {
        throw new PluginException(
            "the column " + wanted + " is inside a " + parent.get().type() + ": not supported yet");
      }
      found = field(level, part);
      if (found.isEmpty()) {
        throw new PluginException("there is no column " + wanted + "; expected " + known(columns));
      }
      level = found.get().fields();
      name.append(name.isEmpty() ? "" : ".").append(found.get().name());
      sql.append(sql.isEmpty() ? "" : ".").append(Sql.quoted(found.get().name()));
    }
    return column(name.toString(), sql.toString(), found.orElseThrow(), Optional.empty());
  }

  private Column column(
      String name, String sql, Field field, Optional<TableDescription.ColumnBounds> bounds) {
    Kind kind = Kind.ofIceberg(field.type());
    return new Column(name, sql, kind, field.type(), field.fields(), bounds, rows());
  }

  private static Optional<Field> field(List<Field> fields, String name) {
    return fields.stream()
        .filter(f -> f.name().equals(name))
        .findFirst()
        .or(() -> fields.stream().filter(f -> f.name().equalsIgnoreCase(name)).findFirst());
  }

  private static String path(List<String> names) {
    return names.stream().map(Sql::quoted).collect(Collectors.joining("."));
  }

  private static String known(List<Field> columns) {
    return "one of " + columns.stream().map(Field::name).collect(Collectors.joining(", "));
  }

  /** By what rows are sorted where nothing else is asked for: numbers of their first columns. */
  public List<String> order() {
    List<Field> columns = description.map(TableDescription::fields).orElse(List.of());
    int[] ordered =
        IntStream.range(0, columns.size())
            .filter(i -> Kind.ofIceberg(columns.get(i).type()).isOrdered())
            .limit(SORTED_BY)
            .toArray();
    return Arrays.stream(ordered).mapToObj(i -> Integer.toString(i + 1)).toList();
  }
}
