package dev.headgate.engine.contract;

import dev.headgate.model.contract.Column;
import java.util.List;
import java.util.Optional;

/** Finds a column among those of another version. */
final class Twin {
  private Twin() {}

  /** By its name, else by its name in another case. */
  static Optional<Column> find(Column column, List<Column> before, List<Column> after) {
    Optional<Column> exact = after.stream().filter(c -> c.name().equals(column.name())).findFirst();
    return exact.isPresent()
        ? exact
        : after.stream()
            .filter(c -> c.name().equalsIgnoreCase(column.name()))
            .filter(c -> before.stream().noneMatch(b -> b.name().equals(c.name())))
            .filter(c -> isFirst(column, before))
            .findFirst();
  }

  private static boolean isFirst(Column column, List<Column> before) {
    return before.stream()
        .filter(b -> b.name().equalsIgnoreCase(column.name()))
        .findFirst()
        .filter(b -> b.name().equals(column.name()))
        .isPresent();
  }

  /**
   * What a dropped column is called now, if that is certain: one new column that is described in
   * the same words and is the same in everything else, and no other dropped one is. A wrong guess
   * would tell readers to move to a column that holds something else.
   */
  static Optional<Column> renamed(Column column, List<Column> removed, List<Column> added) {
    if (column.description().filter(text -> !text.isBlank()).isEmpty()) {
      return Optional.empty();
    }
    List<Column> candidates = added.stream().filter(c -> named(c, column).equals(column)).toList();
    long rivals = removed.stream().filter(c -> named(c, column).equals(column)).count();
    return candidates.size() == 1 && rivals == 1
        ? Optional.of(candidates.get(0))
        : Optional.empty();
  }

  private static Column named(Column column, Column like) {
    return new Column(
        like.name(),
        column.logicalType(),
        column.physicalType(),
        column.required(),
        column.unique(),
        column.primaryKey(),
        column.partitionKey(),
        column.classification(),
        column.deprecated(),
        column.description(),
        column.options(),
        column.allowed(),
        column.terms(),
        column.fields());
  }
}
