package dev.headgate.engine.contract;

import static dev.headgate.engine.contract.ChangeRule.COLUMN_ADDED;
import static dev.headgate.engine.contract.ChangeRule.COLUMN_ADDED_REQUIRED;
import static dev.headgate.engine.contract.ChangeRule.COLUMN_MOVED;
import static dev.headgate.engine.contract.ChangeRule.COLUMN_RECASED;
import static dev.headgate.engine.contract.ChangeRule.COLUMN_REMOVED;
import static dev.headgate.engine.contract.ChangeRule.COLUMN_RENAMED;
import static dev.headgate.engine.contract.ChangeRule.FIELDS_DECLARED;
import static dev.headgate.engine.contract.ChangeRule.FIELDS_UNDECLARED;

import dev.headgate.engine.contract.type.ColumnType;
import dev.headgate.model.contract.Column;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Columns and their fields: which came, went, were renamed; those that stayed are compared. */
final class ColumnChanges {
  private final Changes changes;
  private final FacetChanges facets;

  ColumnChanges(Changes changes) {
    this.changes = changes;
    this.facets = new FacetChanges(changes);
  }

  /** The columns of a dataset. */
  void compareAll(List<Column> before, List<Column> after) {
    if (before.isEmpty() == after.isEmpty()) {
      compare("", before, after);
    } else {
      declared("", "the dataset", before, after);
    }
  }

  private void compare(String parent, List<Column> before, List<Column> after) {
    Map<Column, Column> pairs = new LinkedHashMap<>();
    for (Column column : before) {
      Twin.find(column, before, after).ifPresent(twin -> pairs.put(column, twin));
    }
    List<Column> removed = new ArrayList<>(before);
    removed.removeAll(pairs.keySet());
    List<Column> added = new ArrayList<>(after);
    added.removeAll(pairs.values());
    for (Column column : List.copyOf(removed)) {
      Optional<Column> renamed = Twin.renamed(column, removed, added);
      renamed.ifPresent(
          now -> {
            removed.remove(column);
            added.remove(now);
            renamed(parent, column, now);
          });
    }
    removed.forEach(column -> removed(parent + column.name(), column));
    pairs.forEach((was, is) -> stayed(parent, was, is));
    added.forEach(column -> added(parent + column.name(), column));
    moved(parent, pairs, after);
  }

  private void renamed(String parent, Column was, Column is) {
    changes.rename(parent + was.name(), parent + is.name());
    changes.column(
        COLUMN_RENAMED,
        parent + was.name(),
        "",
        was.name(),
        is.name(),
        "is now called '" + is.name() + "'");
  }

  private void removed(String path, Column column) {
    String type = ColumnType.of(column).text();
    changes.column(COLUMN_REMOVED, path, "", type, "", "is dropped");
  }

  private void added(String path, Column column) {
    String type = ColumnType.of(column).text();
    if (column.required()) {
      changes.column(COLUMN_ADDED_REQUIRED, path, "", "", type, "is new and never null");
    } else {
      changes.column(COLUMN_ADDED, path, "", "", type, "is new");
    }
  }

  private void stayed(String parent, Column was, Column is) {
    String path = parent + was.name();
    if (!was.name().equals(is.name())) {
      changes.rename(path, parent + is.name());
      changes.column(
          COLUMN_RECASED, path, "", was.name(), is.name(), "is now written '" + is.name() + "'");
    }
    if (facets.compare(path, was, is)) {
      List<Column> before = ColumnType.fields(was);
      List<Column> after = ColumnType.fields(is);
      if (before.isEmpty() == after.isEmpty()) {
        compare(path + ".", before, after);
      } else {
        declared(path, "column '" + path + "'", before, after);
      }
    }
  }

  private void declared(String path, String what, List<Column> before, List<Column> after) {
    List<String> columns = path.isEmpty() ? List.of() : List.of(path);
    if (before.isEmpty()) {
      changes.add(
          FIELDS_DECLARED, path, "", names(after), columns, what + " now has " + names(after));
    } else {
      changes.add(
          FIELDS_UNDECLARED,
          path,
          names(before),
          "",
          columns,
          what + " no longer says that it has " + names(before));
    }
  }

  private static String names(List<Column> columns) {
    return columns.stream().map(Column::name).collect(Collectors.joining(", "));
  }

  private void moved(String parent, Map<Column, Column> pairs, List<Column> after) {
    List<Column> was = List.copyOf(pairs.values());
    List<Column> is = after.stream().filter(was::contains).toList();
    if (!was.equals(is)) {
      changes.add(
          COLUMN_MOVED,
          parent.isEmpty() ? "" : parent.substring(0, parent.length() - 1),
          names(was),
          names(is),
          List.of(),
          "the order of columns " + (parent.isEmpty() ? "" : "in '" + parent + "' ") + "changed");
    }
  }
}
