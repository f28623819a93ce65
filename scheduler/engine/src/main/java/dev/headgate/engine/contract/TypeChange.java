package dev.headgate.engine.contract;

import static dev.headgate.engine.contract.ChangeRule.TYPE_CHANGED;
import static dev.headgate.engine.contract.ChangeRule.TYPE_LOOSENED;
import static dev.headgate.engine.contract.ChangeRule.TYPE_NARROWED;
import static dev.headgate.engine.contract.ChangeRule.TYPE_REWORDED;
import static dev.headgate.engine.contract.ChangeRule.TYPE_SPECIFIED;
import static dev.headgate.engine.contract.ChangeRule.TYPE_WIDENED;

import dev.headgate.engine.contract.type.ColumnType;
import dev.headgate.model.contract.Column;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How the type of one version relates to that of another. */
final class TypeChange {
  private TypeChange() {}

  /** By what tables the two admit; empty where the contract says the same in the same words. */
  static Optional<ChangeRule> between(Column was, Column is) {
    if (text(was).equals(text(is))) {
      return optionsOnly(was, is);
    }
    ColumnType before = ColumnType.of(was);
    ColumnType after = ColumnType.of(is);
    if (foreign(was, before) && foreign(is, after)) {
      return Optional.of(TYPE_CHANGED);
    }
    return Optional.of(before.equalsTo(after) ? TYPE_REWORDED : relation(before, after));
  }

  /** The same words, which options such as a time zone may give another meaning. */
  private static Optional<ChangeRule> optionsOnly(Column was, Column is) {
    ColumnType before = ColumnType.of(was);
    ColumnType after = ColumnType.of(is);
    return before.equalsTo(after) ? Optional.empty() : Optional.of(relation(before, after));
  }

  private static ChangeRule relation(ColumnType before, ColumnType after) {
    if (before.promotesTo(after)) {
      return TYPE_WIDENED;
    }
    if (after.promotesTo(before)) {
      return TYPE_NARROWED;
    }
    if (after.includes(before)) {
      return TYPE_LOOSENED;
    }
    return before.includes(after) ? TYPE_SPECIFIED : TYPE_CHANGED;
  }

  /** Whether its physical type is a word that only another system understands. */
  private static boolean foreign(Column column, ColumnType type) {
    return column.physicalType().map(text -> !type.text().equals(text)).orElse(false);
  }

  /** As the contract writes it, whatever the blanks and the case. */
  static String text(Column column) {
    return Stream.concat(
            column.logicalType().map(Object::toString).stream(),
            column
                .physicalType()
                .map(text -> text.strip().replaceAll("\\s*([,<>():])\\s*", "$1"))
                .map(text -> text.replaceAll("\\s+", " ").toUpperCase(Locale.ROOT))
                .stream())
        .collect(Collectors.joining("/"));
  }
}
