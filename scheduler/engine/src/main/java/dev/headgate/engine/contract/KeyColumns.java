package dev.headgate.engine.contract;

import dev.headgate.engine.contract.type.ColumnType;
import dev.headgate.model.contract.Column;
import dev.headgate.model.contract.Contract;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;

/** Columns of a contract that have a position in one of its keys, by path, in that order. */
final class KeyColumns {
  private KeyColumns() {}

  /** The columns that the table is partitioned by; empty where the contract does not say. */
  static List<String> partition(Contract contract) {
    return of(contract, Column::partitionKey);
  }

  /** The columns of the primary key. */
  static List<String> primary(Contract contract) {
    return of(contract, Column::primaryKey);
  }

  private static List<String> of(Contract contract, Function<Column, OptionalInt> position) {
    List<Key> keys = new ArrayList<>();
    collect("", contract.columns(), position, keys);
    return keys.stream().sorted(Comparator.comparingInt(Key::position)).map(Key::path).toList();
  }

  private static void collect(
      String parent, List<Column> columns, Function<Column, OptionalInt> position, List<Key> keys) {
    for (Column column : columns) {
      String path = parent + column.name();
      position.apply(column).ifPresent(p -> keys.add(new Key(path, p)));
      collect(path + ".", ColumnType.fields(column), position, keys);
    }
  }

  private record Key(String path, int position) {}
}
