package dev.headgate.engine.sql;

import dev.headgate.engine.contract.type.ColumnType;
import dev.headgate.engine.contract.type.Kind;
import dev.headgate.model.contract.Column;
import dev.headgate.model.contract.Contract;
import dev.headgate.model.lake.TableDescription.Field;
import dev.headgate.spi.QueryEngine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Columns as SQL has them. Where a contract leaves several types open, the widest: SQL that is
 * right for one of them is right for it. Where nothing definite can be said of one column, nothing
 * is said of the table.
 */
final class SqlTypes {
  /** What is taken of several, the first. */
  private static final List<Kind> WIDEST =
      List.of(
          Kind.STRING,
          Kind.DOUBLE,
          Kind.FLOAT,
          Kind.LONG,
          Kind.INT,
          Kind.DECIMAL,
          Kind.DATE,
          Kind.TIMESTAMPTZ,
          Kind.TIMESTAMP,
          Kind.BOOLEAN,
          Kind.BINARY,
          Kind.FIXED,
          Kind.UUID,
          Kind.STRUCT,
          Kind.LIST,
          Kind.MAP);

  private static final String ANY_DECIMAL = "decimal(38,10)";

  private SqlTypes() {}

  /** What a contract promises; empty where it does not say enough. */
  static Optional<List<QueryEngine.Column>> of(Contract contract) {
    return contract.columns().isEmpty()
        ? Optional.empty()
        : columns(contract.columns(), Column::name, SqlTypes::type);
  }

  /** What a table has. */
  static Optional<List<QueryEngine.Column>> of(List<Field> fields) {
    return columns(fields, Field::name, SqlTypes::type);
  }

  private static <T> Optional<List<QueryEngine.Column>> columns(
      List<T> all, Function<T, String> name, Function<T, Optional<String>> type) {
    List<QueryEngine.Column> columns = new ArrayList<>();
    for (T one : all) {
      type.apply(one).ifPresent(t -> columns.add(new QueryEngine.Column(name.apply(one), t)));
    }
    return columns.size() == all.size() ? Optional.of(List.copyOf(columns)) : Optional.empty();
  }

  private static Optional<String> type(Column column) {
    ColumnType type = ColumnType.of(column);
    if (type.isAny()) {
      return Optional.empty();
    }
    boolean definite = type.arguments().size() == 2 && !type.arguments().contains(-1);
    String decimal =
        definite
            ? "decimal(" + type.arguments().get(0) + "," + type.arguments().get(1) + ")"
            : ANY_DECIMAL;
    return WIDEST.stream()
        .filter(type.kinds()::contains)
        .findFirst()
        .flatMap(
            kind ->
                type(
                    kind,
                    decimal,
                    columns(ColumnType.fields(column), Column::name, SqlTypes::type)));
  }

  private static Optional<String> type(Field field) {
    String word = field.type().replaceAll("[(\\[].*", "").strip().toUpperCase(Locale.ROOT);
    return Arrays.stream(Kind.values())
        .filter(kind -> kind.name().equals(word))
        .findFirst()
        .flatMap(
            kind -> type(kind, field.type(), columns(field.fields(), Field::name, SqlTypes::type)));
  }

  private static Optional<String> type(
      Kind kind, String decimal, Optional<List<QueryEngine.Column>> parts) {
    return switch (kind) {
      case BOOLEAN, INT, FLOAT, DOUBLE, DATE, STRING, BINARY -> Optional.of(kind.toString());
      case LONG -> Optional.of("bigint");
      case DECIMAL -> Optional.of(decimal);
      case TIMESTAMP -> Optional.of("timestamp_ntz");
      case TIMESTAMPTZ -> Optional.of("timestamp");
      case UUID -> Optional.of("string");
      case FIXED -> Optional.of("binary");
      case STRUCT -> parts.filter(p -> !p.isEmpty()).map(SqlTypes::struct);
      case LIST -> parts.filter(p -> p.size() == 1).map(p -> "array<" + p.get(0).type() + ">");
      case MAP ->
          parts
              .filter(p -> p.size() == 2)
              .map(p -> "map<" + p.get(0).type() + "," + p.get(1).type() + ">");
      case TIME, TIMESTAMP_NS, TIMESTAMPTZ_NS, VARIANT, GEOMETRY, GEOGRAPHY -> Optional.empty();
    };
  }

  private static String struct(List<QueryEngine.Column> fields) {
    List<String> texts =
        fields.stream().map(f -> "`" + f.name().replace("`", "``") + "`:" + f.type()).toList();
    return "struct<" + String.join(",", texts) + ">";
  }
}
